using System.Globalization;
using Microsoft.AspNetCore.Components;
using Xinfang.Portal.Api;
using Xinfang.Portal.Desk.Insight.Charts;

namespace Xinfang.Portal.Desk.Insight;

/// <summary>One measure: how it is made, month by month, and who has how much of it.</summary>
public sealed partial class MeasurePage
{
    private const int FewestMonths = 12, MostMonths = 36;

    /// <summary>K-01.</summary>
    [Parameter] public string Measure { get; set; } = "";

    private MeasureTable? Table { get; set; }
    private MeasureMonths? Months { get; set; }
    private Ranking? Ranking { get; set; }

    private FigureRow? Row => Table?.Find(Measure);

    // One organ alone is no ranking of organs.
    private IEnumerable<Choice> Ranked => FigureWords.Dimensions.Where(each => each.Code != "Category" && (each.Code != "Organ" || (SeesAll && Period.Organ is null)));

    private string By => (Ranked.FirstOrDefault(each => each.Code == Asked("by")) ?? Ranked.First()).Code;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Table = await Take(Insight.Measures(Period.Query(), Gone));
        if (Row is null)
        {
            if (Problem is null) Status(StatusCodes.Status404NotFound);
            return;
        }
        var first = Period.From < Period.LastMonth.AddMonths(1 - FewestMonths) ? Period.From : Period.LastMonth.AddMonths(1 - FewestMonths);
        if (first < Period.LastMonth.AddMonths(1 - MostMonths)) first = Period.LastMonth.AddMonths(1 - MostMonths);
        var months = Insight.Months(Measure, (Period with { From = first, Until = Period.LastMonth.AddMonths(1) }).Query(), Gone);
        var ranking = Insight.Ranking(Measure, Period.Query(("by", By)), Gone);
        (Months, Ranking) = (await TakeOptional(months), await TakeOptional(ranking));
    }

    private IReadOnlyList<MonthPoint> Drawn => [.. Months!.Points.Select(point => new MonthPoint(point.Month, point.Month.AddMonths(1) > Clock.Today || FigureWords.Few(Row!.Kind, point.All) ? null : point.Number, point.YearBefore))];

    private string Finding => Drawn.LastOrDefault(point => point.Now is not null) is { } last
        ? $"{last.Month.Year}年{last.Month.Month}月{Months!.Points.First(point => point.Month == last.Month).Value}，上年同月{Months.Points.First(point => point.Month == last.Month).YearBeforeValue}。" : "";

    private List<Bar> Bars(FigureRow row, Ranking ranking)
    {
        var most = row.Kind == "Share" ? 1 : ranking.Lines.Max(line => line.Number ?? 0);
        return [.. ranking.Lines.Select(line => Of(row, ranking, line, most))];
    }

    private Bar Of(FigureRow row, Ranking ranking, RankingLine line, double most)
    {
        var few = FigureWords.Few(row.Kind, line.All);
        return new(line.Name, most == 0 || few ? null : line.Number / most, few ? "—" : line.Text, row.Kind == "Count" ? null : $"{line.Part}÷{line.All}", row.PartCounters is [var counter] ? ListOf(counter, ranking.By, line.Value) : null,
            line.Low, line.High, line.Place?.ToString(CultureInfo.InvariantCulture) ?? "—");
    }
}
