using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Campaigns;

internal enum CampaignStatus
{
    /// <summary>建议: the system proposes it, a person takes or drops it.</summary>
    Proposed,

    /// <summary>在进行.</summary>
    Open,

    /// <summary>已结束.</summary>
    Closed,

    /// <summary>不办, with the reason.</summary>
    Dropped,
}

/// <summary>Theme, goal and dates of a campaign.</summary>
internal sealed record CampaignPlan(string Theme, string LegalTexts, string Goal, DateOnly From, DateOnly Until, int Target);

/// <summary>普法宣传活动: a theme with a goal, dates and activities.</summary>
internal sealed class Campaign
{
    public static readonly Refusal OfficeOnly = new("campaign.office-only", "宣传活动由区信访办的普法人员确定。", OutreachLaw.EachOrganTeaches, RefusalKind.Forbidden);
    public static readonly Refusal DatesTurned = new("campaign.dates", "结束的日子不能在开始以前，一次宣传活动最长一年。", null, RefusalKind.Invalid);

    private Campaign() { } // EF Core

    public Guid Id { get; private init; }
    public string Theme { get; private set; } = "";
    public string LegalTexts { get; private set; } = "";
    public string Goal { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly Until { get; private set; }

    /// <summary>So many activities are meant to be held.</summary>
    public int Target { get; private set; }
    public CampaignStatus Status { get; private set; }

    /// <summary>The year of the yearly proposal; null for a campaign that a person has thought of.</summary>
    public int? ProposedForYear { get; private init; }
    public string? Reason { get; private set; }
    public DateOnly? EndedOn { get; private set; }

    public static Result<Campaign> Open(Guid id, CampaignPlan plan)
    {
        if (WrongDates(plan)) return DatesTurned;
        var made = new Campaign { Id = id, Status = CampaignStatus.Open };
        made.Take(plan);
        return made;
    }

    /// <summary>May, the month in which the Regulation came into force (handbook 9.1 E-04, S-31).</summary>
    public static Campaign ProposeMay(int year) => new()
    {
        Id = Guid.CreateVersion7(), Status = CampaignStatus.Proposed, ProposedForYear = year, Theme = $"《信访工作条例》施行{ChineseYears(year - 2022)}宣传月",
        LegalTexts = "《信访工作条例》", Goal = "让群众知道信访怎么提、该找谁、多久有答复；十二个街道都走到，联合有关单位一起办。",
        From = new(year, 5, 1), Until = new(year, 5, 31), Target = 12,
    };

    public Refusal? Adopt(CampaignPlan plan, CurrentCaller caller)
    {
        if (Refuses(caller, CampaignStatus.Proposed) is { } refusal) return refusal;
        if (WrongDates(plan)) return DatesTurned;
        Take(plan);
        Status = CampaignStatus.Open;
        return null;
    }

    public Refusal? Drop(string reason, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(caller, CampaignStatus.Proposed) is { } refusal) return refusal;
        (Status, Reason, EndedOn) = (CampaignStatus.Dropped, reason.Trim(), today);
        return null;
    }

    public Refusal? Close(CurrentCaller caller, DateOnly today)
    {
        if (Refuses(caller, CampaignStatus.Open) is { } refusal) return refusal;
        (Status, EndedOn) = (CampaignStatus.Closed, today);
        return null;
    }

    public Refusal? Refuses(CurrentCaller caller, CampaignStatus from) =>
        !caller.Has(Duty.Teach) ? OfficeOnly : Status == from ? null : new Refusal("campaign.wrong-state", $"这个宣传活动现在是“{Words(Status)}”，不能这样办。");

    public static string Words(CampaignStatus status) => status switch { CampaignStatus.Proposed => "建议", CampaignStatus.Open => "在进行", CampaignStatus.Closed => "已结束", _ => "不办" };

    private static bool WrongDates(CampaignPlan plan) => plan.Until < plan.From || plan.Until > plan.From.AddYears(1);

    // 2022 has no anniversary: the Regulation came into force that year.
    private static string ChineseYears(int years) => years > 0 ? $"{ChineseNumerals.Of(years)}周年" : "";

    private void Take(CampaignPlan plan) =>
        (Theme, LegalTexts, Goal, From, Until, Target) = (plan.Theme.Trim(), plan.LegalTexts.Trim(), plan.Goal.Trim(), plan.From, plan.Until, plan.Target);
}

internal sealed class CampaignMapping : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.ToTable("campaign").HasKey(campaign => campaign.Id);
        builder.Property(campaign => campaign.Status).HasConversion<string>();
        builder.HasVersion();
        builder.HasIndex(campaign => campaign.ProposedForYear).IsUnique();
        builder.HasIndex(campaign => new { campaign.From, campaign.Id });
    }
}
