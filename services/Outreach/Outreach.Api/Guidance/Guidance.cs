using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Guidance;

/// <summary>How the superior office guided.</summary>
internal enum GuidanceWay { OnSite, Course, Meeting, Written, Telephone }

/// <summary>Where an opinion of the superior office stands.</summary>
internal enum GuidanceStatus
{
    /// <summary>记下; nothing to be put right.</summary>
    Noted,

    /// <summary>待整改.</summary>
    Open,

    /// <summary>已整改.</summary>
    Rectified,
}

/// <summary>What was said.</summary>
/// <param name="By">The guiding body or its section: 市信访办业务指导处. No person.</param>
/// <param name="Owner">The section that puts it right.</param>
/// <param name="DueOn">Null: nothing is to be put right.</param>
internal sealed record GuidanceTerms(DateOnly On, string By, GuidanceWay Way, string Opinion, string? Owner, DateOnly? DueOn);

/// <summary>上级指导的一条意见: a visit with three opinions is three of these, for each is put right by itself.</summary>
internal sealed class GuidanceEntry
{
    private GuidanceEntry() { } // EF Core

    public Guid Id { get; private init; }
    public DateOnly On { get; private init; }
    public string By { get; private init; } = "";
    public GuidanceWay Way { get; private init; }
    public string Opinion { get; private init; } = "";
    public string? Owner { get; private init; }
    public DateOnly? DueOn { get; private init; }
    public GuidanceStatus Status { get; private set; }

    /// <summary>What was changed.</summary>
    public string? Result { get; private set; }
    public DateOnly? RectifiedOn { get; private set; }
    public string? RectifiedBy { get; private set; }

    public bool OverdueOn(DateOnly day) => Status is GuidanceStatus.Open && DueOn < day;

    public static Result<GuidanceEntry> Note(Guid id, GuidanceTerms terms, DateOnly today)
    {
        if (terms.On > today) return GuidanceRefusals.NotYet;
        if (terms.DueOn is { } due && (due < terms.On || string.IsNullOrWhiteSpace(terms.Owner))) return GuidanceRefusals.Rectification;
        return new GuidanceEntry
        {
            Id = id, On = terms.On, By = terms.By.Trim(), Way = terms.Way, Opinion = terms.Opinion.Trim(), Owner = terms.Owner?.Trim(), DueOn = terms.DueOn,
            Status = terms.DueOn is null ? GuidanceStatus.Noted : GuidanceStatus.Open,
        };
    }

    /// <summary>Why this caller may not say that it is put right; null when the act is open.</summary>
    public Refusal? Refuses(CurrentCaller caller) => !caller.Has(Duty.Teach) ? GuidanceRefusals.OfficeOnly : Status is GuidanceStatus.Open ? null : GuidanceRefusals.WrongState(Status);

    public Refusal? Rectify(string result, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(caller) is { } refusal) return refusal;
        (Status, Result, RectifiedOn, RectifiedBy) = (GuidanceStatus.Rectified, result.Trim(), today, caller.Account);
        return null;
    }
}

internal sealed class GuidanceMapping : IEntityTypeConfiguration<GuidanceEntry>
{
    public void Configure(EntityTypeBuilder<GuidanceEntry> builder)
    {
        builder.ToTable("guidance").HasKey(each => each.Id);
        builder.Property(each => each.Way).HasConversion<string>();
        builder.Property(each => each.Status).HasConversion<string>();
        builder.HasVersion();
        builder.HasIndex(each => new { each.On, each.Id }).IsDescending();
    }
}
