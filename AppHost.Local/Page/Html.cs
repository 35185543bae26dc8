using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Aspire.Hosting.Page;

/// <summary>Markup. Whatever is put into an interpolated string is escaped unless it is markup itself.</summary>
internal readonly record struct Html(string Text)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static Html Empty { get; } = new("");

    public static Html Of(FormattableString text) => new(string.Format(CultureInfo.InvariantCulture, text.Format, [.. text.GetArguments().Select(Escape)]));
    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> show) => new(string.Concat(items.Select(item => show(item).Text)));
    public static Html If(bool condition, Func<Html> then) => condition ? then() : Empty;

    private static object Escape(object? value) => value switch
    {
        Html markup => markup.Text,
        null => "",
        _ => Encoder.Encode(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")
    };
}
