using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Insight.Api.Measures;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Reports;

internal enum ReportStatus
{
    /// <summary>起草中.</summary>
    Drafted,

    /// <summary>已批准.</summary>
    Approved,

    /// <summary>已公开.</summary>
    Published,

    /// <summary>已撤回, with the reason.</summary>
    Withdrawn,
}

internal enum ReportAct { Write, Redraft, Approve, Send, Publish, Withdraw }

/// <summary>A report on a period: drafted from frozen figures, completed by people, approved by somebody else than who drafted it.</summary>
internal sealed class Report
{
    private Report() { } // EF Core

    public Guid Id { get; private init; }
    public ReportKind Kind { get; private init; }
    public int Year { get; private init; }
    public Span Span { get; private init; }

    /// <summary>Quarter, month or week of the year; 1 for the year itself.</summary>
    public int Number { get; private init; }

    public DateOnly From { get; private init; }

    /// <summary>Not included.</summary>
    public DateOnly Until { get; private init; }

    public Basis Basis { get; private init; }
    public ReportStatus Status { get; private set; }
    public ReportText Text { get; private set; } = null!;

    /// <summary>The figures its text was drafted from.</summary>
    public Guid SnapshotId { get; private set; }

    /// <summary>Account; does not approve it.</summary>
    public string DraftedBy { get; private set; } = "";
    public DateOnly DraftedOn { get; private set; }
    public string? ApprovedBy { get; private set; }
    public DateOnly? ApprovedOn { get; private set; }

    /// <summary>报送 to the government above.</summary>
    public DateOnly? SentOn { get; private set; }
    public bool SentLate { get; private set; }
    public string? PublishedBy { get; private set; }
    public DateOnly? PublishedOn { get; private set; }
    public bool PublishedLate { get; private set; }
    public string? WithdrawnBy { get; private set; }
    public DateOnly? WithdrawnOn { get; private set; }
    public string? Reason { get; private set; }

    public ReportSpan SpanOf => new(Year, Span, Number);

    public Article Article => ReportKinds.BasisOf(Kind);

    public static Report Draft(Guid id, ReportKind kind, ReportSpan span, Snapshot snapshot, ReportText text, CurrentCaller caller, DateOnly today) => new()
    {
        Id = id, Kind = kind, Year = span.Year, Span = span.Span, Number = span.Number, From = snapshot.From, Until = snapshot.Until, Basis = snapshot.Basis,
        SnapshotId = snapshot.Id, Text = text, DraftedBy = caller.Account, DraftedOn = today,
    };

    /// <summary>Why this caller may not do this now; null when the act is open. What the checks find is not asked here.</summary>
    public Refusal? Refuses(ReportAct act, CurrentCaller caller)
    {
        if (!caller.Has(Duty.Oversee) && act is not (ReportAct.Write or ReportAct.Redraft)) return ReportRefusals.HeadOnly(Article);
        if (!ReportsApi.Writes(caller)) return ReportRefusals.WritersOnly(Article);
        var open = act switch
        {
            ReportAct.Write or ReportAct.Redraft or ReportAct.Approve => Status is ReportStatus.Drafted,
            ReportAct.Send => Status is ReportStatus.Approved or ReportStatus.Published && SentOn is null,
            ReportAct.Publish => Status is ReportStatus.Approved,
            _ => Status is not ReportStatus.Withdrawn,
        };
        if (!open) return ReportRefusals.WrongState(this, act);
        return act is ReportAct.Approve && caller.Account == DraftedBy ? ReportRefusals.SamePerson(Article) : null;
    }

    /// <summary>Takes over what people have written.</summary>
    public void Write(ReportText text) => Text = text;

    /// <summary>Drafted anew from other figures; what people had written stays.</summary>
    public void Redraft(Snapshot snapshot, ReportText text, CurrentCaller caller, DateOnly today) =>
        (SnapshotId, Text, DraftedBy, DraftedOn) = (snapshot.Id, text.Keeping(Text), caller.Account, today);

    public Refusal? Approve(CurrentCaller caller, DateOnly today)
    {
        if (Refuses(ReportAct.Approve, caller) is { } refusal) return refusal;
        if (Text.ToWrite > 0) return ReportRefusals.ToWrite(Text.ToWrite, Article);
        if (ReportCheck.Of(this, today).Count(found => found.Blocks) is > 0 and var errors) return ReportRefusals.Errors(errors, Article);
        (Status, ApprovedBy, ApprovedOn) = (ReportStatus.Approved, caller.Account, today);
        return null;
    }

    /// <summary>报送. Late is recorded, not refused: it is what happened.</summary>
    public Refusal? Send(CurrentCaller caller, DateOnly on, DateOnly today)
    {
        if ((Refuses(ReportAct.Send, caller) ?? WrongDay(on, today)) is { } refusal) return refusal;
        (SentOn, SentLate) = (on, ReportKinds.Terms(Kind, Year) is { } terms && on > terms.SendBy);
        return null;
    }

    /// <summary>公开. Late is recorded, not refused: it is what happened.</summary>
    public Refusal? Publish(CurrentCaller caller, DateOnly on, DateOnly today)
    {
        if ((Refuses(ReportAct.Publish, caller) ?? WrongDay(on, today)) is { } refusal) return refusal;
        (Status, PublishedBy, PublishedOn, PublishedLate) = (ReportStatus.Published, caller.Account, on, ReportKinds.Terms(Kind, Year) is { } terms && on > terms.PublishBy);
        return null;
    }

    public Refusal? Withdraw(CurrentCaller caller, string reason, DateOnly today)
    {
        if (Refuses(ReportAct.Withdraw, caller) is { } refusal) return refusal;
        (Status, WithdrawnBy, WithdrawnOn, Reason) = (ReportStatus.Withdrawn, caller.Account, today, reason.Trim());
        return null;
    }

    private Refusal? WrongDay(DateOnly on, DateOnly today) => on > today || on < ApprovedOn ? ReportRefusals.WrongDay(Article) : null;
}

internal sealed class ReportMapping : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("report").HasKey(report => report.Id);
        builder.Property(report => report.Id).ValueGeneratedNever();
        builder.Property(report => report.Kind).HasConversion<string>();
        builder.Property(report => report.Span).HasConversion<string>();
        builder.Property(report => report.Basis).HasConversion<string>();
        builder.Property(report => report.Status).HasConversion<string>();
        builder.Property(report => report.Text).AsJson();
        builder.Ignore(report => report.SpanOf).Ignore(report => report.Article);
        builder.HasVersion();
        builder.HasIndex(report => new { report.From, report.Id }).IsDescending();
        // One that counts for each period; withdrawn ones stay beside it.
        builder.HasIndex(report => new { report.Kind, report.From, report.Until }).IsUnique().HasFilter("status <> 'Withdrawn'");
    }
}
