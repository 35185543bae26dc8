using Microsoft.AspNetCore.Components;
using Xinfang.Portal.Api;
using Xinfang.Portal.Parts;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Portal.Desk.Insight;

/// <summary>A page of figures.</summary>
public abstract class InsightPage : DeskPage
{
    /// <summary>Where these pages begin.</summary>
    protected const string Root = "/desk/insight";

    /// <summary>Insight.</summary>
    [Inject] protected InsightClient Insight { get; set; } = null!;

    /// <summary>The clock.</summary>
    [Inject] protected Clock Clock { get; set; } = null!;

    /// <summary>Of what days and whose.</summary>
    protected FigurePeriod Period { get; private set; } = null!;

    /// <summary>May choose an organ.</summary>
    protected bool SeesAll => InsightMenu.SeesAll(MyDuty);

    /// <summary>Whose figures, where the service does not say.</summary>
    protected string ScopeName => Organs.Find(SeesAll ? Period.Organ : Http.User.FindFirst("organ")?.Value)?.ShortName ?? "全区";

    /// <inheritdoc />
    protected override void OnInitialized() => Period = FigurePeriod.Read(Asked, Clock.Today, SeesAll);

    /// <summary>The petitions that a counter counts.</summary>
    protected string ListOf(string counter, params IEnumerable<(string Name, object? Value)> more) => $"{Root}/petitions{Period.Query([("counter", counter), .. more])}";

    /// <summary>Those of them with a value of a dimension; null where there is no value.</summary>
    protected string? ListOf(string counter, string dimension, string value) => value.Length == 0 ? null : ListOf(counter, (FigureWords.FilterOf(dimension), value));
}
