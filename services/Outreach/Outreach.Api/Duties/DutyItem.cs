using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Duties;

/// <summary>Where an item of the list stands.</summary>
internal enum DutyStatus
{
    /// <summary>待完成.</summary>
    Open,

    /// <summary>已上报, waits for the office.</summary>
    Reported,

    /// <summary>已确认完成.</summary>
    Done,

    /// <summary>已撤下, with the reason.</summary>
    Dropped,
}

internal enum DutyAct { Amend, Report, Return, Confirm, Drop }

/// <summary>What an item asks for.</summary>
/// <param name="Item">What is taught.</param>
/// <param name="LegalText">The law it is about.</param>
/// <param name="Measures">How.</param>
/// <param name="Owner">Section or post, not a person.</param>
/// <param name="Evidence">What will show it.</param>
internal sealed record DutyTerms(string Item, string LegalText, string Audience, string Measures, string Owner, DateOnly DueOn, string Evidence);

/// <summary>普法责任清单的一项: what an organ owes in a year (handbook 9.1 E-01, E-02).</summary>
internal sealed class DutyItem
{
    private DutyItem() { } // EF Core

    public Guid Id { get; private init; }
    public string Organ { get; private init; } = "";
    public int Year { get; private init; }
    public string Item { get; private set; } = "";
    public string LegalText { get; private set; } = "";
    public string Audience { get; private set; } = "";
    public string Measures { get; private set; } = "";
    public string Owner { get; private set; } = "";
    public DateOnly DueOn { get; private set; }
    public string Evidence { get; private set; } = "";
    public DutyStatus Status { get; private set; }

    /// <summary>What the organ says it has done.</summary>
    public string? Report { get; private set; }
    public string? ReportedBy { get; private set; }

    /// <summary>Decides whether it was in time: the day of the report that was confirmed.</summary>
    public DateOnly? ReportedOn { get; private set; }

    /// <summary>Of the office: why sent back or dropped, or what it says to the report.</summary>
    public string? Remark { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>The watch looks at it from this day on; null when there is nothing more to remind of.</summary>
    public DateOnly? RemindOn { get; private set; }
    public DateOnly? RemindedOn { get; private set; }

    public bool InTime => Status is DutyStatus.Done && ReportedOn <= DueOn;

    public bool OverdueOn(DateOnly day) => Status is DutyStatus.Open && DueOn < day;

    public static Result<DutyItem> Make(Guid id, string organ, int year, DutyTerms terms)
    {
        if (DutyRefusals.OfTerms(terms, year) is { } refusal) return refusal;
        var made = new DutyItem { Id = id, Organ = organ, Year = year };
        made.Take(terms);
        return made;
    }

    /// <summary>Why this caller may not do this now; null when the act is open.</summary>
    public Refusal? Refuses(DutyAct act, CurrentCaller caller) => act switch
    {
        DutyAct.Amend or DutyAct.Drop => !caller.Has(Duty.Teach) ? DutyRefusals.OfficeOnly : Status is DutyStatus.Open ? null : DutyRefusals.WrongState(Status),
        DutyAct.Report => !Reports(caller) ? DutyRefusals.OrganOnly : Status is DutyStatus.Open ? null : DutyRefusals.WrongState(Status),
        _ => !Checks(caller) ? DutyRefusals.CheckerOnly : Status is not DutyStatus.Reported ? DutyRefusals.WrongState(Status) : caller.Account == ReportedBy ? DutyRefusals.SamePerson : null,
    };

    public Refusal? Amend(DutyTerms terms, CurrentCaller caller)
    {
        if ((Refuses(DutyAct.Amend, caller) ?? DutyRefusals.OfTerms(terms, Year)) is { } refusal) return refusal;
        Take(terms);
        return null;
    }

    public Refusal? ReportDone(string report, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(DutyAct.Report, caller) is { } refusal) return refusal;
        (Status, Report, ReportedBy, ReportedOn, Remark) = (DutyStatus.Reported, report.Trim(), caller.Account, today, null);
        return null;
    }

    /// <summary>The office's answer: sent back, confirmed or dropped.</summary>
    public Refusal? Answer(DutyAct act, string? remark, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(act, caller) is { } refusal) return refusal;
        (Status, Remark, DecidedBy, DecidedOn) = (act switch { DutyAct.Return => DutyStatus.Open, DutyAct.Drop => DutyStatus.Dropped, _ => DutyStatus.Done }, remark?.Trim(), caller.Account, today);
        if (act is not DutyAct.Return) RemindOn = null;
        return null;
    }

    /// <summary>Reminds of it once per due date; false when there is nothing to remind of.</summary>
    public bool Remind(DateOnly today)
    {
        if (Status is not DutyStatus.Open || RemindOn is not { } from || today < from) return false;
        (RemindedOn, RemindOn) = (today, null);
        return true;
    }

    private bool Reports(CurrentCaller caller) => Organ == Organs.Office ? caller.Has(Duty.Teach) : caller.ActsFor(Organ);

    // What the office itself has reported, its head checks.
    private bool Checks(CurrentCaller caller) => caller.Has(Organ == Organs.Office ? Duty.Oversee : Duty.Teach);

    private void Take(DutyTerms terms)
    {
        if (terms.DueOn != DueOn) (RemindOn, RemindedOn) = (terms.DueOn.AddDays(-DutyWatch.DaysBefore), null);
        (Item, LegalText, Audience, Measures, Owner, DueOn, Evidence) =
            (terms.Item.Trim(), terms.LegalText.Trim(), terms.Audience.Trim(), terms.Measures.Trim(), terms.Owner.Trim(), terms.DueOn, terms.Evidence.Trim());
    }
}

internal sealed class DutyItemMapping : IEntityTypeConfiguration<DutyItem>
{
    public void Configure(EntityTypeBuilder<DutyItem> builder)
    {
        builder.ToTable("duty_item").HasKey(item => item.Id);
        builder.Property(item => item.Status).HasConversion<string>();
        builder.HasVersion();
        builder.HasIndex(item => new { item.Year, item.DueOn, item.Id });
        builder.HasIndex(item => new { item.Organ, item.Year });
        builder.HasIndex(item => item.RemindOn).HasFilter("remind_on is not null");
    }
}
