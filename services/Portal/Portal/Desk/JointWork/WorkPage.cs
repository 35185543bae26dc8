using System.Globalization;
using Microsoft.AspNetCore.Components;
using Xinfang.Portal.Api;
using Xinfang.Portal.Parts;

namespace Xinfang.Portal.Desk.JointWork;

/// <summary>A page about the list of duties, campaigns, activities and what the cases say of them.</summary>
public abstract class WorkPage : DeskPage
{
    /// <summary>Everybody of the office who may look.</summary>
    protected const string OfOffice = "Teach|Oversee|Supervise|Lead|Audit";

    /// <summary>Where these pages begin.</summary>
    protected const string Root = "/desk/outreach";

    /// <summary>Outreach.</summary>
    [Inject] protected JointWorkClient Work { get; set; } = null!;

    /// <summary>The clock.</summary>
    [Inject] protected Clock Clock { get; set; } = null!;

    /// <summary>Names of the content categories, by code.</summary>
    protected IReadOnlyList<Choice> Topics { get; private set; } = [];

    /// <summary>The year asked for, or this one.</summary>
    protected int Year => int.TryParse(Asked("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2022 and <= 2099 ? year : Clock.Today.Year;

    /// <summary>What has just been done with a thing of this kind, in words; null for nothing.</summary>
    protected string? Said(string kind) => Asked("done") is "photos" ? "照片已经收下。" : WorkForms.All[kind].GetValueOrDefault(Asked("done"))?.Done;

    /// <summary>Reads the names of categories; without them the codes are shown.</summary>
    private protected async Task TakeTopics() =>
        Topics = (await Intake.Catalogue(Gone)).Value is { } catalogue ? [.. catalogue.Contents.Where(line => line.Code.EndsWith("0000", StringComparison.Ordinal))] : [];

    /// <summary>城乡建设, or the code.</summary>
    protected string TopicOf(string? code) => code is null ? "" : Topics.FirstOrDefault(line => line.Code == code || (code.Length >= 2 && line.Code == $"{code[..2]}0000"))?.Name ?? code;

    /// <summary>The colour of a state.</summary>
    protected static string Css(string status) => status switch
    {
        "Done" or "Closed" or "Confirmed" or "Taken" => "ok", "Reported" or "Held" or "Proposed" or "Asked" => "info", "Draft" or "Open" or "Planned" => "line", "Refused" => "warn", _ => "",
    };
}
