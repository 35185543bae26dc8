using System.Globalization;
using Microsoft.AspNetCore.Components;
using Xinfang.Portal.Api;
using Xinfang.Portal.Desk.Insight.Charts;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Portal.Desk.Insight;

/// <summary>今日的数字: what the head of the office, the leader and the organs look at.</summary>
public sealed partial class DashboardPage
{
    /// <summary>As many as the ranking wants (Insight).</summary>
    private const int FewestForRanking = 20;

    private static readonly string[] Leading = ["K-00", "K-01", "K-02", "K-03", "K-06", "K-07", "K-05b", "K-12a"];

    private static readonly (string Name, string InTime, string? Late, string Overdue)[] Terms =
    [
        ("15日转送交办", "office-in-time", "office-late", "office-overdue"), ("15日书面告知", "notice-in-time", "notice-late", "notice-overdue"),
        ("60日答复", "answered-in-time", "answered-late", "unanswered-overdue"), ("30日内评价", "rated", null, "unrated-overdue"),
    ];

    private MeasureTable? Table { get; set; }
    private MeasureMonths? Months { get; set; }
    private PetitionCounts? Streets { get; set; }
    private PetitionCounts? YearBefore { get; set; }
    private PetitionCounts? Contents { get; set; }
    private PetitionCounts? Channels { get; set; }
    private FirstCohorts? Firsts { get; set; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var earlier = Period with { From = Period.From.AddYears(-1), Until = Period.Until.AddYears(-1) };
        var table = Insight.Measures(Period.Query(), Gone);
        var months = Insight.Months("K-00", (Period with { From = Period.LastMonth.AddMonths(-11) }).Query(), Gone);
        var streets = Insight.Counts(Period.Query(("by", "Street")), Gone);
        var before = Insight.Counts(earlier.Query(("by", "Street")), Gone);
        var contents = Insight.Counts(Period.Query(("by", "Content")), Gone);
        var channels = Insight.Counts(Period.Query(("by", "Channel")), Gone);
        var firsts = Insight.Cohorts((Period with { From = earlier.From }).Query(), Gone);
        Table = await Take(table);
        (Months, Streets, YearBefore) = (await TakeOptional(months), await TakeOptional(streets), await TakeOptional(before));
        (Contents, Channels, Firsts) = (await TakeOptional(contents), await TakeOptional(channels), await TakeOptional(firsts));
    }

    // A month that has not ended is not drawn, nor compared: it has fewer days.
    private IReadOnlyList<MonthPoint> Drawn => [.. Months!.Points.Select(point => new MonthPoint(point.Month, Running(point) ? null : point.Number, point.YearBefore))];

    private bool Running(MeasurePoint point) => point.Month.AddMonths(1) > Clock.Today;

    private string TrendFinding => Drawn.LastOrDefault(point => point.Now is not null) is { Now: { } now } last
        ? string.Create(CultureInfo.InvariantCulture, $"{last.Month.Year}年{last.Month.Month}月{now:0}件{(last.Before is { } before ? $"，上年同月{before:0}件" : "")}。") : "没有过完的月。";

    private string MeasureHref(string measure) => $"{Root}/measures/{measure}{Period.Query()}";

    private List<Bar> Funnel(MeasureTable table)
    {
        var all = table.Of("petitions");
        return [.. new[] { ("登记", "petitions"), ("转送、交办", "routed"), ("受理", "accepted"), ("答复", "opinions"), ("送达", "served"), ("办结", "completed"), ("评价", "rated") }.Select(step =>
            new Bar(step.Item1, all == 0 ? null : (double)table.Of(step.Item2) / all, FigureWords.Count(table.Of(step.Item2)), FigureWords.Share(table.Of(step.Item2), all), ListOf(step.Item2)))];
    }

    private RenderFragment Cell(MeasureTable table, string label, string? counter) => builder =>
    {
        builder.OpenElement(0, "td");
        builder.AddAttribute(1, "class", "num");
        builder.AddAttribute(2, "data-l", label);
        if (counter is null) builder.AddContent(3, "—");
        else
        {
            builder.OpenElement(4, "a");
            builder.AddAttribute(5, "href", ListOf(counter));
            builder.AddContent(6, $"{table.Of(counter)}件");
            builder.CloseElement();
        }
        builder.CloseElement();
    };

    // domain.md 6.1. Orderly visits have no level on record, so that their share cannot be counted.
    private IEnumerable<(string Name, IReadOnlyList<(string Name, string Value, string? Href)> Lines)> Five(MeasureTable table)
    {
        (string, string, string?) Of(string measure) => table.Find(measure) is { } row ? (row.Name, FigureWords.Value(row), MeasureHref(measure)) : (measure, "—", null);
        var earlier = Firsts?.Months.Where(month => month.Of < Period.Until.AddYears(-1)).Sum(month => month.First);
        yield return ("预防法治化", [("初次信访件次", $"{table.Of("first")}件", ListOf("first")), ("比上年同期", earlier is { } before && Period.IsMonths ? FigureWords.Signed(table.Of("first") - before) + "件" : "—", null), Of("K-07")]);
        yield return ("受理法治化", [Of("K-01"), Of("K-02"), Of("K-08")]);
        yield return ("办理法治化", [Of("K-03"), Of("K-06"), Of("K-17")]);
        yield return ("监督追责法治化", [Of("K-12a"), Of("K-12b"), Of("K-12c"), Of("K-12d")]);
        (string, string, string?)[] incidents = MyDuty is Duty.Oversee ? [("秩序事件", "查看", "/desk/incidents")] : [];
        yield return ("维护秩序法治化", [("走访件次", $"{table.Of("visits")}件", ListOf("visits")), ("走访占比", FigureWords.Share(table.Of("visits"), table.Of("petitions"), FigureWords.FewestForShare), null), .. incidents]);
    }

    private List<Bar> Of(PetitionCounts counts, int most) =>
        [.. counts.Rows.Take(most).Select(row => new Bar(row.Name, (double)row.Petitions / Math.Max(1, counts.Rows.Max(each => each.Petitions)), FigureWords.Count(row.Petitions), FigureWords.Share(row.Petitions, counts.Petitions), ListOf("petitions", counts.By, row.Value)))];

    private static IEnumerable<CountLine> OfStreets(PetitionCounts streets) => streets.Rows.Where(row => row.Value.Length > 0);

    private static string StreetFinding(PetitionCounts streets) => OfStreets(streets).FirstOrDefault() is { } most ? $"最多的是{most.Name}，{most.Petitions}件。" : "";
}
