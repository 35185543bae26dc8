using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinfang.Insight.Api.Facts;

/// <summary>
/// What is counted of one petition: codes, days and yes or no, folded from its events (<see cref="Story"/>). Days are those of the
/// office (Beijing). Of a sealed petition (art. 30) neither organ, street nor content is kept: it counts in the office's totals alone.
/// </summary>
internal sealed class PetitionFact
{
    public required Guid PetitionId { get; init; }

    /// <summary>How many events it was folded from; a row of fewer never replaces one of more.</summary>
    public int Events { get; set; }

    /// <summary>Null for an event whose petition was never told of.</summary>
    public string? Number { get; set; }

    // The three bases a period may have.
    /// <summary>信访日期.</summary>
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>登记日期.</summary>
    public DateOnly? RegisteredOn { get; set; }

    /// <summary>交换日期: first forwarded or assigned.</summary>
    public DateOnly? ExchangedOn { get; set; }

    // What it is counted by.
    public string? Channel { get; set; }

    /// <summary>Nine digits.</summary>
    public string? Street { get; set; }

    /// <summary>Suggestion, Accusation, Redress; null before it is classified.</summary>
    public string? Category { get; set; }

    /// <summary>First level of the tree of contents, six digits.</summary>
    public string? Content { get; set; }

    /// <summary>The organ that has it or had it last.</summary>
    public string? Organ { get; set; }

    public bool Sealed { get; set; }
    public bool Urgent { get; set; }

    /// <summary>Confirmed: same person, same matter.</summary>
    public bool Repeat { get; set; }

    public Guid? RepeatOf { get; set; }

    /// <summary>Confirmed: others told of the same event before.</summary>
    public bool Echo { get; set; }

    // The office (art. 22).
    public DateOnly? ForwardDueOn { get; set; }

    /// <summary>First forwarded, assigned, answered or linked: what the 15 days of the office end with.</summary>
    public DateOnly? RoutedOn { get; set; }

    /// <summary>Diverted, Replied, Linked …, answered by the office itself.</summary>
    public string? Answer { get; set; }

    public DateOnly? WithdrawnOn { get; set; }

    // The organ (arts. 23, 31–34).
    public DateOnly? AcceptedOn { get; set; }
    public DateOnly? DeclinedOn { get; set; }
    public DateOnly? DueOn { get; set; }
    public DateOnly? DecidedOn { get; set; }
    public bool? DecidedInTime { get; set; }
    public int Supported { get; set; }
    public int Explained { get; set; }
    public int NotSupported { get; set; }
    public DateOnly? ServedOn { get; set; }
    public DateOnly? CompletedOn { get; set; }
    public bool? CompletedInTime { get; set; }
    public string? ClosingLevel { get; set; }
    public string? RootCause { get; set; }

    /// <summary>Terminated, barred, or transferred as an accusation: ended without an opinion.</summary>
    public DateOnly? EndedOn { get; set; }

    public int Extensions { get; set; }
    public bool Simple { get; set; }
    public bool SimpleLeft { get; set; }
    public DateOnly? ContactedOn { get; set; }
    public bool? ContactedInTime { get; set; }

    /// <summary>Agreed, Failed or Started; null without one.</summary>
    public string? Mediation { get; set; }

    public int EnforcementLeft { get; set; }
    public int EnforcementDone { get; set; }
    public int Defects { get; set; }

    // Rating (art. 21).
    public DateOnly? RatingDueOn { get; set; }
    public DateOnly? RatedOn { get; set; }
    public string? OfficeScore { get; set; }
    public string? OrganScore { get; set; }

    // Review and recheck (arts. 35, 36): Uphold, Change, RevokeAndRedo; Pending while one runs.
    public string? Review { get; set; }
    public string? Recheck { get; set; }

    // Supervision and proposals (art. 40).
    public int Supervisions { get; set; }
    public int SupervisionsClosed { get; set; }
    public int SupervisionsClosedInTime { get; set; }
    public int Proposals { get; set; }
    public int ProposalsAnswered { get; set; }
    public int ProposalsAnsweredInTime { get; set; }
    public int ProposalsAdopted { get; set; }

    public DateOnly? PublishedOn { get; set; }
    public int Chases { get; set; }

    /// <summary>Last day on which one of its terms was found to have passed undone.</summary>
    public DateOnly? OverdueToldOn { get; set; }

    /// <summary>Nothing more is owed: completed, declined, withdrawn, ended, or answered by the office.</summary>
    public bool Closed { get; set; }
}

internal sealed class PetitionFactMapping : IEntityTypeConfiguration<PetitionFact>
{
    public void Configure(EntityTypeBuilder<PetitionFact> builder)
    {
        builder.ToTable("petition_fact").HasKey(fact => fact.PetitionId);
        builder.HasIndex(fact => new { fact.ReceivedOn, fact.PetitionId });
        builder.HasIndex(fact => new { fact.RegisteredOn, fact.PetitionId });
        builder.HasIndex(fact => new { fact.ExchangedOn, fact.PetitionId });
        builder.HasIndex(fact => fact.RepeatOf).HasFilter("repeat");
        // What still changes by the mere passing of days.
        builder.HasIndex(fact => new { fact.DueOn, fact.PetitionId }).HasFilter("not closed");
        builder.HasIndex(fact => fact.Number);
    }
}

/// <summary>One organ's turn with one petition, from being sent to it to its answer within 15 days (art. 23), or until it was taken back.</summary>
internal sealed class RoundFact
{
    public required Guid PetitionId { get; init; }

    /// <summary>1, 2, … of the petition.</summary>
    public required int Round { get; init; }

    public required string Organ { get; set; }

    // The same bases and dimensions as the petition's, so that both are counted alike.
    public DateOnly? ReceivedOn { get; set; }
    public DateOnly? RegisteredOn { get; set; }
    public DateOnly? ExchangedOn { get; set; }
    public string? Channel { get; set; }
    public string? Street { get; set; }
    public string? Category { get; set; }
    public string? Content { get; set; }

    public DateOnly SentOn { get; set; }

    /// <summary>交办, with a report owed; else 转送.</summary>
    public bool Assigned { get; set; }

    public DateOnly? NoticeDueOn { get; set; }

    /// <summary>Accepted or declined: the notice the law owes.</summary>
    public DateOnly? NoticedOn { get; set; }

    public DateOnly? ContestedOn { get; set; }
    public bool? ContestAgreed { get; set; }

    /// <summary>Taken from the organ before it had answered: by an agreed contest, a return or another routing.</summary>
    public bool Ended { get; set; }
}

internal sealed class RoundFactMapping : IEntityTypeConfiguration<RoundFact>
{
    public void Configure(EntityTypeBuilder<RoundFact> builder)
    {
        builder.ToTable("round_fact").HasKey(round => new { round.PetitionId, round.Round });
        builder.HasIndex(round => round.ReceivedOn);
        builder.HasIndex(round => round.RegisteredOn);
        builder.HasIndex(round => round.ExchangedOn);
    }
}
