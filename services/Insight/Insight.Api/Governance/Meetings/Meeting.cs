using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Meetings;

/// <summary>What a meeting is for.</summary>
internal enum MeetingKind
{
    /// <summary>集体研究决定重大事项.</summary>
    Collective,

    /// <summary>信访工作联席会议, on the work as a whole; those about petitions are CaseHandling's.</summary>
    JointConference,

    /// <summary>全区会议.</summary>
    District,

    /// <summary>听取法治工作汇报.</summary>
    Briefing,

    /// <summary>研究解决重大问题.</summary>
    ProblemSolving,
}

internal enum MeetingState { Called, Held, Cancelled }

internal enum MeetingAct { Opine, Hold, Cancel }

/// <summary>What the 合法性审查 found.</summary>
internal enum Legality { Lawful, LawfulIfChanged, Unlawful }

/// <summary>What a meeting decided of a point. Who was for and who against is not kept: the law asks for the discussion, not for votes by name.</summary>
internal enum Outcome { Adopted, AdoptedWithChanges, Deferred, Rejected }

/// <summary>合法性审查意见.</summary>
/// <param name="Adviser">Section or legal adviser, by post.</param>
internal sealed record LegalOpinion(Legality Finding, string Adviser, string Text, DateOnly On);

/// <summary>A point of the agenda, and its legality opinion when there is one.</summary>
internal sealed record AgendaPoint(string Text, LegalOpinion? Opinion = null);

/// <summary>What was decided on a point. What was adopted has an organ and a day, and becomes a task.</summary>
/// <param name="Point">Number on the agenda, from 1.</param>
internal sealed record Decision(int Point, Outcome Outcome, string Text, string? Organ = null, string? Owner = null, DateOnly? DueOn = null, Pillar? Pillar = null, Guid? TaskId = null)
{
    [JsonIgnore]
    public bool Taken => Outcome is Outcome.Adopted or Outcome.AdoptedWithChanges;
}

/// <summary>When and by whom it is called.</summary>
/// <param name="Chair">By post.</param>
/// <param name="Organs">Whoever takes part, by organ.</param>
internal sealed record MeetingPlan(MeetingKind Kind, string Title, DateOnly On, string Place, string Chair, IReadOnlyList<string> Organs, IReadOnlyList<string> Agenda);

/// <summary>会议: called with an agenda, held with decisions.</summary>
internal sealed class Meeting
{
    private Meeting() { } // EF Core

    public Guid Id { get; private init; }
    public MeetingKind Kind { get; private init; }
    public string Title { get; private init; } = "";
    public DateOnly On { get; private init; }
    public string Place { get; private init; } = "";
    public string Chair { get; private init; } = "";
    public List<string> Organs { get; private set; } = [];
    public IReadOnlyList<AgendaPoint> Agenda { get; private set; } = [];
    public MeetingState State { get; private set; }

    /// <summary>纪要.</summary>
    public string? Minutes { get; private set; }
    public IReadOnlyList<Decision> Decisions { get; private set; } = [];

    /// <summary>Why it was not held.</summary>
    public string? Reason { get; private set; }

    public Article Basis => MeetingFlow.BasisOf(Kind);

    public static Result<Meeting> Call(Guid id, MeetingPlan plan, CurrentCaller caller) =>
        !MeetingFlow.Convenes(caller) ? MeetingFlow.ConvenerOnly : new Meeting
        {
            Id = id, Kind = plan.Kind, Title = plan.Title.Trim(), On = plan.On, Place = plan.Place.Trim(), Chair = plan.Chair.Trim(), Organs = [.. plan.Organs.Distinct()], Agenda = [.. plan.Agenda.Select(each => new AgendaPoint(each.Trim()))],
        };

    /// <summary>Why this caller may not do this now; null when the act is open.</summary>
    public Refusal? Refuses(MeetingAct act, CurrentCaller caller) => MeetingFlow.Refuses(this, act, caller);

    /// <summary>合法性审查 of a point; a later opinion takes the place of an earlier one, and the record keeps both.</summary>
    public Refusal? Opine(int point, Legality finding, string adviser, string text, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(MeetingAct.Opine, caller) is { } refusal) return refusal;
        if (point < 1 || point > Agenda.Count) return MeetingFlow.NoPoint;
        Agenda = [.. Agenda.Select((each, index) => index == point - 1 ? each with { Opinion = new(finding, adviser.Trim(), text.Trim(), today) } : each)];
        return null;
    }

    /// <summary>Records it with its decisions, whose tasks have the ids given.</summary>
    public Refusal? Hold(string minutes, IReadOnlyList<Decision> decisions, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(MeetingAct.Hold, caller) is { } refusal) return refusal;
        if (On > today) return Shared.NotYet;
        foreach (var decision in decisions)
            if (MeetingFlow.OfDecision(this, decision) is { } wrong) return wrong;
        (State, Minutes, Decisions) = (MeetingState.Held, minutes.Trim(), [.. decisions.Select(each => each with { Text = each.Text.Trim(), Owner = each.Owner?.Trim() })]);
        return null;
    }

    public Refusal? Cancel(string reason, CurrentCaller caller)
    {
        if (Refuses(MeetingAct.Cancel, caller) is { } refusal) return refusal;
        (State, Reason) = (MeetingState.Cancelled, reason.Trim());
        return null;
    }
}

internal sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("governance_meeting").HasKey(meeting => meeting.Id);
        builder.Property(meeting => meeting.Kind).HasConversion<string>();
        builder.Property(meeting => meeting.State).HasConversion<string>();
        builder.Property(meeting => meeting.Agenda).AsJson();
        builder.Property(meeting => meeting.Decisions).AsJson();
        builder.Ignore(meeting => meeting.Basis);
        builder.HasVersion();
        builder.HasIndex(meeting => new { meeting.On, meeting.Id }).IsDescending();
    }
}
