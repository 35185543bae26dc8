using Microsoft.AspNetCore.Components;
using Xinfang.Portal.Api;
using Xinfang.Portal.Parts;

namespace Xinfang.Portal.Desk.Reviews;

/// <summary>A page about one review or recheck.</summary>
public abstract class ReviewPage : DeskPage
{
    internal static readonly IReadOnlyList<(string Box, string Title)> Boxes =
        [("ToAccept", "待受理"), ("Handling", "在办"), ("ToServe", "待送达"), ("Done", "已办完"), ("Against", "本单位的意见被申请")];

    /// <summary>The review.</summary>
    [Parameter] public Guid Id { get; set; }

    /// <summary>CaseHandling's routes about reviews.</summary>
    [Inject] protected ReviewsClient Reviews { get; set; } = null!;

    /// <summary>The clock, for days typed short.</summary>
    [Inject] protected Clock Clock { get; set; } = null!;

    /// <summary>As CaseHandling has it.</summary>
    protected ReviewView? Review { get; private set; }

    private protected async Task Load() => Review = await Take(Reviews.Review(Id, Gone));

    /// <summary>Reads a day typed short.</summary>
    protected DateOnly? Day(string field, string what)
    {
        var day = StaffDate.Read(Form[field], Clock.Today);
        if (day is null) Form.Refuse(field, $"{what}看不懂，请打0415或者2026-04-15");
        return day;
    }

    /// <summary>The text of a field, or null when it is empty.</summary>
    protected string? Or(string field) => Form[field].Trim() is { Length: > 0 } text ? text : null;

    /// <summary>维持, 变更, 撤销.</summary>
    protected static string OutcomeText(string? outcome) => outcome switch { "Uphold" => "维持", "Change" => "变更", "RevokeAndRedo" => "撤销并责令重作", _ => "" };
}
