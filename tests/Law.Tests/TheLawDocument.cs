using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Xinfang.Testing;
using static Xinfang.Law.Tests.Given;

namespace Xinfang.Law.Tests;

/// <summary>docs/law.md is what a lawyer reads; the program runs the same table.</summary>
public partial class TheLawDocument
{
    [Fact]
    public void Says_what_the_code_does() => Approved.Document("docs/law.md", Write());

    [Fact]
    public void Explains_every_article() => Assert.All(Articles(), article => Assert.NotEqual("", article.What));

    private static string Write()
    {
        var text = new StringBuilder();
        text.Append(
            """
            # The law in the program

            Written by a test from `services/Law`; change the code, then run `Law.Tests` with `APPROVE=1`.

            ## How days are counted

            - The day of the event is not counted; day 1 is the next day (《民法典》第二百零一条).
            - A number of days includes the last (第一千二百五十九条). `StrictDueOn` is that day. Organs are warned and appraised by it.
            - A last day that is a day off moves to the next working day (第二百零三条). `DueOn` is that day. People are promised it, and a breach begins the day after it.
            - The Regulation has no counting clause: all three apply by analogy. The choice is made in `LegalCalendar` and nowhere else.
            - Working days follow the State Council's yearly notice, make-up Saturdays and Sundays (调休) included.
            - A year without a notice is provisional (暂定): weekends and the 13 days of 《全国年节及纪念日放假办法》. The date says so, and the operations page raises an alarm from 15 December, or as soon as a running term reaches that year. No act is refused for it.
            - Extensions add to the strict date, which is then rolled once. The days of a hearing in a recheck do not count; nothing else stops a term.
            - The day is the day in Beijing.
            - A petition keeps the version of a term that was in force when its triggering fact happened.

            A sum, as people read it:


            """);
        text.Append("| line | text |\n|---|---|\n");
        var example = Loaded.Due(Day("2026-03-11"), Terms.Completion, "受理");
        foreach (var line in example.Derivation) text.Append(CultureInfo.InvariantCulture, $"| {line.Label} | {line.Text} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| 依据 | {example.Basis} |\n");

        text.Append("\n## Terms set by law\n\n| code | what must be done | length | basis | in force from | until |\n|---|---|---|---|---|---|\n");
        foreach (var term in Terms.Default.All.Where(term => !term.Policy)) text.Append(Row(term));
        text.Append("\n`extension` is the most that extensions may add up to. The length of `assignment-report` is set by each letter of assignment (交办函); the table has the one that applies when it is silent.\n");
        text.Append("\n## Terms set by the district (本区设定)\n\n| code | what must be done | length | duty under | in force from | until |\n|---|---|---|---|---|---|\n");
        foreach (var term in Terms.Default.All.Where(term => term.Policy)) text.Append(Row(term));

        text.Append("\n## Articles\n");
        foreach (var instrument in Articles().GroupBy(article => article.Article.Instrument))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### 《{instrument.Key}》\n\n| provision | name in code | what it says |\n|---|---|---|\n");
            foreach (var (name, article, what) in instrument.OrderBy(entry => entry.Article.Number).ThenBy(entry => entry.Article.Clause).ThenBy(entry => entry.Article.Item))
                text.Append(CultureInfo.InvariantCulture, $"| {article.Provision} | `{name}` | {what} |\n");
        }
        text.Append(TheRules.Write());
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Row(Term term) =>
        $"| `{term.Code}` | {term.Name} | {term.Length} | {term.Basis} | {term.InForceFrom:yyyy-MM-dd} | {term.InForceUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} |\n";

    private static List<(string Name, Article Article, string What)> Articles()
    {
        // The summary above each article is the only place that says what it is about.
        var source = File.ReadAllText(Path.Combine(Approved.Repository(), "services/Law/PetitionRegulations.cs"));
        var summaries = Summary().Matches(source).Select(match => match.Groups["what"].Value.TrimEnd('.')).ToList();
        var fields = new[] { typeof(PetitionRegulations), typeof(CivilCode), typeof(ProtectionOfMinors), typeof(CivilProcedure), typeof(OtherProcedures), typeof(SimpleProcedure), typeof(HolidayRules) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(field => field.MetadataToken))
            .Where(field => field.FieldType == typeof(Article)).ToList();
        Assert.Equal(fields.Count, summaries.Count);
        return fields.Zip(summaries, (field, what) => ($"{field.DeclaringType!.Name}.{field.Name}", (Article)field.GetValue(null)!, what)).ToList();
    }

    [GeneratedRegex(@"/// <summary>(?<what>[^<]*)</summary>\r?\n    public static readonly Article ")]
    private static partial Regex Summary();
}
