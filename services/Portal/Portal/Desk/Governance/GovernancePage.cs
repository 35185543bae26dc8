using System.Globalization;
using Microsoft.AspNetCore.Components;
using Xinfang.Portal.Api;
using Xinfang.Portal.Parts;

namespace Xinfang.Portal.Desk.Governance;

/// <summary>A page about the law-based work.</summary>
public abstract class GovernancePage : DeskPage
{
    /// <summary>Where these pages begin.</summary>
    protected const string Root = "/desk/governance";

    /// <summary>Insight.</summary>
    [Inject] protected GovernanceClient Governance { get; set; } = null!;

    /// <summary>The clock.</summary>
    [Inject] protected Clock Clock { get; set; } = null!;

    /// <summary>The year asked for, or this one.</summary>
    protected int Year => int.TryParse(Asked("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2100 ? year : Clock.Today.Year;

    /// <summary>Cursor of this page of a list.</summary>
    protected string? After => Asked("after") is { Length: > 0 } after ? after : null;

    /// <summary>What has just been done with a thing of this kind, in words; null for nothing.</summary>
    protected string? Said(string kind) => GovernanceForms.All[kind].GetValueOrDefault(Asked("done"))?.Done;

    /// <summary>The colour of a state.</summary>
    protected static string Css(string status) => status switch { "Confirmed" or "Held" => "ok", "Reported" => "info", "Open" or "Called" => "line", _ => "" };

    /// <summary>75%, or — where there is nothing to divide by.</summary>
    protected static string Percent(double? share) => share is { } value ? string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.#}%") : "—";

    /// <summary>3/4（75%）.</summary>
    protected static string Of(GovernanceShare share) => share.All == 0 ? "—" : string.Create(CultureInfo.InvariantCulture, $"{share.Part}/{share.All}（{Percent(share.Value)}）");
}
