using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;

namespace Xinfang.Identity.Api.SignIn;

/// <summary>A field of a form of this service.</summary>
/// <param name="Name">Of the field and its id.</param>
/// <param name="Label">What stands above it.</param>
/// <param name="Kind">Of the input: text or password.</param>
/// <param name="Complete">For the browser's memory: username, current-password, new-password, one-time-code, off.</param>
/// <param name="Hint">Below the label.</param>
/// <param name="Value">What was typed.</param>
/// <param name="Longest">Most signs.</param>
internal sealed record Field(string Name, string Label, string Kind = "text", string Complete = "off", string? Hint = null, string? Value = null, int Longest = 128);

/// <summary>A form in plain HTML, without script: what is wrong stands in the title, in a summary and at the field.</summary>
internal static class Form
{
    private const string Bad = """<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v6M12 16.300v.4"/></svg>""";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string text) => Html.Encode(text);

    /// <param name="antiforgery">Shows that the form is ours.</param>
    /// <param name="title">Of the page.</param>
    /// <param name="action">Where it goes.</param>
    /// <param name="button">What the button says.</param>
    /// <param name="fields">In their order.</param>
    /// <param name="before">HTML between the heading and the fields.</param>
    /// <param name="error">What is wrong.</param>
    /// <param name="at">The field that is wrong; the first, if none is named.</param>
    /// <param name="after">HTML below the form.</param>
    public static IResult Page(AntiforgeryTokenSet antiforgery, string title, string action, string button, IReadOnlyList<Field> fields,
        string before = "", string? error = null, string? at = null, string after = "")
    {
        var wrong = error is null ? null : at ?? fields[0].Name;
        var summary = error is null ? "" : $"""<div class="errors" role="alert" aria-labelledby="eh" tabindex="-1" autofocus><h2 id="eh">没有办成</h2><ul><li><a href="#{wrong}">{Html.Encode(error)}</a></li></ul></div>""";
        return Pages.Page(error is null ? title : $"出错：{title}", error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, $"""
            <div class="cols"><div class="box">
            <h1>{title}</h1>
            {summary}{before}
            <form method="post" action="{action}">
            {Pages.Hidden(antiforgery)}
            {string.Concat(fields.Select((field, index) => Input(field, field.Name == wrong ? error : null, focus: error is null && index == 0)))}
            <div class="row"><button class="btn" type="submit">{button}</button></div></form>{after}</div></div>
            """);
    }

    private static string Input(Field field, string? error, bool focus)
    {
        var hint = field.Hint is null ? "" : $"""<p class="hint" id="{field.Name}-h">{Html.Encode(field.Hint)}</p>""";
        var wrong = error is null ? "" : $"""<p class="err" id="{field.Name}-e">{Bad}<span><span class="vh">出错：</span>{Html.Encode(error)}</span></p>""";
        var described = string.Join(' ', new[] { field.Hint is null ? null : $"{field.Name}-h", error is null ? null : $"{field.Name}-e" }.OfType<string>());
        return $"""
            <div class="field{(error is null ? "" : " bad")}"><label for="{field.Name}">{Html.Encode(field.Label)}</label>{hint}{wrong}<input id="{field.Name}" name="{field.Name}" type="{field.Kind}" autocomplete="{field.Complete}" autocapitalize="none" spellcheck="false" maxlength="{field.Longest}" required{(field.Complete == "one-time-code" ? " inputmode=\"numeric\"" : "")}{(field.Kind == "password" || field.Value is null ? "" : $" value=\"{Html.Encode(field.Value)}\"")}{(described.Length == 0 ? "" : $" aria-describedby=\"{described}\"")}{(error is null ? "" : " aria-invalid=\"true\"")}{(focus ? " autofocus" : "")}></div>
            """;
    }
}
