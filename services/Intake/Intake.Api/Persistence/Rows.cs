using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>信访材料: who the petitioner is and what they wrote, in one encrypted value, with keyed hashes to search by.</summary>
internal sealed class Dossier
{
    public required PetitionId PetitionId { get; init; }

    /// <summary><see cref="DossierContent"/>, encrypted for this petition.</summary>
    public required byte[] Content { get; init; }

    public byte[]? NameHash { get; init; }
    public byte[]? IdentityHash { get; init; }
    public byte[]? PhoneHash { get; init; }
    public byte[]? AddressHash { get; init; }
}

/// <summary>检举控告的材料 (art. 30): moved here on sealing, without anything to search by. Only the disciplinary organ's dossier reads it.</summary>
internal sealed class SealedDossier
{
    public required PetitionId PetitionId { get; init; }
    public required byte[] Content { get; init; }
}

/// <summary>What the clerk wrote when routing, encrypted.</summary>
internal sealed class RoutingWords
{
    public required PetitionId PetitionId { get; init; }
    public required int Round { get; init; }

    /// <summary>Why it is this organ's; the petitioner reads it.</summary>
    public required byte[] Reason { get; init; }

    /// <summary>What an assignment demands.</summary>
    public byte[]? Demand { get; init; }

    /// <summary>转送告知, for the petitioner.</summary>
    public required Guid NoticeId { get; init; }

    /// <summary>转送函 or 交办函, for the organ.</summary>
    public required Guid LetterId { get; init; }
}

/// <summary>Who else is part of it and how it was brought (arts. 19, 20). Written only where there is something to say.</summary>
internal sealed class Participants
{
    public required PetitionId PetitionId { get; init; }

    /// <summary>信访人数.</summary>
    public required int People { get; init; }

    /// <summary>代表; 0 where it is no visit by several people.</summary>
    public required int Representatives { get; init; }

    /// <summary>口头提出, read back and confirmed.</summary>
    public required bool Oral { get; init; }

    /// <summary>越级访: the organ it should have been brought to first.</summary>
    public string? StepUpOrgan { get; init; }

    /// <summary><see cref="ParticipantsContent"/>, encrypted for this petition.</summary>
    public required byte[] Content { get; init; }
}

/// <summary>What the office answered itself: 直接回复, 不予受理（同一事项正在办）, 导入其他渠道.</summary>
internal sealed class OwnAnswer
{
    public required PetitionId PetitionId { get; init; }
    public required Act Act { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid DocumentId { get; init; }

    /// <summary>The petition it points to (art. 19¶3).</summary>
    public PetitionId? Running { get; init; }

    /// <summary>Where it was diverted to.</summary>
    public Diversion? Diversion { get; init; }

    /// <summary>What the petitioner reads on the progress page, encrypted.</summary>
    public required byte[] Words { get; init; }
}

/// <summary>撤回.</summary>
internal sealed class Withdrawal
{
    public required PetitionId PetitionId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid DocumentId { get; init; }
    public byte[]? Reason { get; init; }
}

/// <summary>催办.</summary>
internal sealed class Chase
{
    public required PetitionId PetitionId { get; init; }
    public required int Number { get; init; }
    public string? Organ { get; init; }
    public required string Term { get; init; }
    public required DateOnly DueOn { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>留言 and its answer, both encrypted.</summary>
internal sealed class Message
{
    public required PetitionId PetitionId { get; init; }
    public required int Number { get; init; }
    public required string Organ { get; init; }
    public required byte[] Text { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateOnly ReplyStrictDueOn { get; init; }
    public required DateOnly ReplyDueOn { get; init; }
    public byte[]? Reply { get; set; }
    public DateTimeOffset? RepliedAt { get; set; }
    public string? RepliedBy { get; set; }
}

/// <summary>打击报复的反映 (arts. 18, 46(6)): read by the head of the office and the disciplinary organ.</summary>
internal sealed class RetaliationComplaint
{
    public required Guid Id { get; init; }
    public required PetitionId PetitionId { get; init; }
    public required byte[] Text { get; init; }
    public required DateTimeOffset At { get; init; }
    public byte[]? Measure { get; set; }
    public string? MeasuredBy { get; set; }
    public DateTimeOffset? MeasuredAt { get; set; }
}

/// <summary>What was written in a report of article 25 or on its way, encrypted.</summary>
internal sealed class EscalationWords
{
    public required PetitionId PetitionId { get; init; }
    public required int Number { get; init; }
    public required Guid DocumentId { get; init; }
}

/// <summary>Who signed for a copy, encrypted.</summary>
internal sealed class EscalationReceiver
{
    public required PetitionId PetitionId { get; init; }
    public required int Number { get; init; }
    public required Recipient Recipient { get; init; }
    public required byte[] Receiver { get; init; }
}

/// <summary>Why there is a dispute, and what each level said, encrypted.</summary>
internal sealed class DisputeWords
{
    public required PetitionId PetitionId { get; init; }

    /// <summary>0 for the reason it was opened, then the levels in their order.</summary>
    public required int Number { get; init; }

    public required byte[] Text { get; init; }
}

/// <summary>What happened in an incident (step 0) and what was done (steps 1 …), encrypted.</summary>
internal sealed class IncidentWords
{
    public required Guid IncidentId { get; init; }
    public required int Step { get; init; }
    public required byte[] Text { get; init; }
}

/// <summary>补充材料.</summary>
internal sealed class Supplement
{
    public required PetitionId PetitionId { get; init; }
    public required int Number { get; init; }
    public required byte[] Text { get; init; }

    /// <summary>Keyed, to recognise the same text sent twice.</summary>
    public required byte[] TextHash { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>评价. The organ never reads the words.</summary>
internal sealed class Rating
{
    public required PetitionId PetitionId { get; init; }
    public required string Organ { get; init; }
    public required Score Office { get; init; }
    public required Score OrganScore { get; init; }
    public byte[]? OfficeReason { get; init; }
    public byte[]? OrganReason { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A document issued by the petition office.</summary>
internal sealed class IssuedDocument
{
    public required Guid Id { get; init; }
    public required PetitionId PetitionId { get; init; }
    public required DocumentKind Kind { get; init; }
    public required string Title { get; init; }

    /// <summary>Gap-free per organ, year and kind; null for notices, which carry the petition's number.</summary>
    public string? Number { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary><see cref="DocumentText"/>, encrypted for this petition.</summary>
    public required byte[] Content { get; init; }
}

/// <summary>回执, 转送告知, 转送函, 交办函, 直接回复, 不予受理告知书, 告知书（其他渠道）, 撤回确认书, 紧急信访信息报告.</summary>
internal enum DocumentKind { Receipt, Forwarding, ForwardingLetter, AssignmentLetter, DirectReply, Declination, Guidance, Withdrawal, UrgentReport }

/// <summary>The last document number given out, per issuer, year and kind. Locked by the transaction that takes the next one.</summary>
internal sealed class DocumentNumber
{
    public required string Organ { get; init; }
    public required int Year { get; init; }
    public required string Kind { get; init; }
    public required int Last { get; init; }
}

/// <summary>The next petition number of a day that no process has taken.</summary>
internal sealed class NumberBlock
{
    public required DateOnly Day { get; init; }
    public required int Next { get; init; }
}

/// <summary>
/// The projection <c>progress</c>: what the organs' services have told about a petition, one row a fact, kept as first told.
/// The story is composed from all of them on reading, so neither order nor repetition of the events matters.
/// </summary>
internal sealed class CaseFact
{
    public required PetitionId PetitionId { get; init; }

    /// <summary>Name of the contract: <c>CaseHandling.V1.PetitionAccepted</c>.</summary>
    public required string Event { get; init; }

    /// <summary>Tells facts of one kind apart: round, organ, document, day.</summary>
    public required string Key { get; init; }

    /// <summary>The organ that told it.</summary>
    public required string Organ { get; init; }

    /// <summary>When it happened; the start of the day in Beijing where only the day is told.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The event as it came: ids, codes and dates.</summary>
    public required string Body { get; init; }
}

internal sealed class DossierMapping : IEntityTypeConfiguration<Dossier>
{
    // No foreign key: the row is written in one statement with its petition and the check would cost every submission a lookup.
    public void Configure(EntityTypeBuilder<Dossier> builder)
    {
        builder.ToTable("dossier").HasKey(d => d.PetitionId);
        builder.Property(d => d.PetitionId).ValueGeneratedNever();
        builder.HasIndex(d => d.NameHash);
        builder.HasIndex(d => d.IdentityHash);
        builder.HasIndex(d => d.PhoneHash);
    }
}

internal sealed class SealedDossierMapping : IEntityTypeConfiguration<SealedDossier>
{
    public void Configure(EntityTypeBuilder<SealedDossier> builder)
    {
        builder.ToTable("sealed_dossier").HasKey(d => d.PetitionId);
        builder.Property(d => d.PetitionId).ValueGeneratedNever();
        builder.HasOne<Petition>().WithOne().HasForeignKey<SealedDossier>(d => d.PetitionId);
    }
}

internal sealed class RoutingWordsMapping : IEntityTypeConfiguration<RoutingWords>
{
    public void Configure(EntityTypeBuilder<RoutingWords> builder)
    {
        builder.ToTable("routing_words").HasKey(w => new { w.PetitionId, w.Round });
        builder.HasOne<Routing>().WithOne().HasForeignKey<RoutingWords>(w => new { w.PetitionId, w.Round });
    }
}

internal sealed class SupplementMapping : IEntityTypeConfiguration<Supplement>
{
    public void Configure(EntityTypeBuilder<Supplement> builder)
    {
        builder.ToTable("supplement").HasKey(s => new { s.PetitionId, s.Number });
        builder.Property(s => s.Number).ValueGeneratedNever();
        builder.HasIndex(s => new { s.PetitionId, s.TextHash }).IsUnique();
        builder.HasOne<Petition>().WithMany().HasForeignKey(s => s.PetitionId);
    }
}

internal sealed class RatingMapping : IEntityTypeConfiguration<Rating>
{
    public void Configure(EntityTypeBuilder<Rating> builder)
    {
        builder.ToTable("rating").HasKey(r => r.PetitionId);
        builder.Property(r => r.PetitionId).ValueGeneratedNever();
        builder.HasOne<Petition>().WithOne().HasForeignKey<Rating>(r => r.PetitionId);
    }
}

internal sealed class IssuedDocumentMapping : IEntityTypeConfiguration<IssuedDocument>
{
    public void Configure(EntityTypeBuilder<IssuedDocument> builder)
    {
        builder.ToTable("document").HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.Number).IsUnique();
        builder.HasOne<Petition>().WithMany().HasForeignKey(d => d.PetitionId);
    }
}

internal sealed class DocumentNumberMapping : IEntityTypeConfiguration<DocumentNumber>
{
    public void Configure(EntityTypeBuilder<DocumentNumber> builder) =>
        builder.ToTable("document_number").HasKey(n => new { n.Organ, n.Year, n.Kind });
}

internal sealed class NumberBlockMapping : IEntityTypeConfiguration<NumberBlock>
{
    public void Configure(EntityTypeBuilder<NumberBlock> builder) => builder.ToTable("number_block").HasKey(b => b.Day);
}

internal sealed class CaseFactMapping : IEntityTypeConfiguration<CaseFact>
{
    // No foreign key: a fact may overtake nothing here, but a projection must never refuse what it is told.
    public void Configure(EntityTypeBuilder<CaseFact> builder) => builder.ToTable("progress").HasKey(f => new { f.PetitionId, f.Event, f.Key });
}

internal sealed class ParticipantsMapping : IEntityTypeConfiguration<Participants>
{
    public void Configure(EntityTypeBuilder<Participants> builder) => builder.ToTable("participants").HasKey(p => p.PetitionId);
}

internal sealed class OwnAnswerMapping : IEntityTypeConfiguration<OwnAnswer>
{
    public void Configure(EntityTypeBuilder<OwnAnswer> builder)
    {
        builder.ToTable("own_answer").HasKey(a => a.PetitionId);
        builder.Property(a => a.PetitionId).ValueGeneratedNever();
        builder.HasOne<Petition>().WithOne().HasForeignKey<OwnAnswer>(a => a.PetitionId);
    }
}

internal sealed class WithdrawalMapping : IEntityTypeConfiguration<Withdrawal>
{
    public void Configure(EntityTypeBuilder<Withdrawal> builder)
    {
        builder.ToTable("withdrawal").HasKey(w => w.PetitionId);
        builder.Property(w => w.PetitionId).ValueGeneratedNever();
        builder.HasOne<Petition>().WithOne().HasForeignKey<Withdrawal>(w => w.PetitionId);
    }
}

internal sealed class ChaseMapping : IEntityTypeConfiguration<Chase>
{
    public void Configure(EntityTypeBuilder<Chase> builder)
    {
        builder.ToTable("chase").HasKey(c => new { c.PetitionId, c.Number });
        builder.Property(c => c.Number).ValueGeneratedNever();
        builder.HasOne<Petition>().WithMany().HasForeignKey(c => c.PetitionId);
    }
}

internal sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("message").HasKey(m => new { m.PetitionId, m.Number });
        builder.Property(m => m.Number).ValueGeneratedNever();
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Petition>().WithMany().HasForeignKey(m => m.PetitionId);
    }
}

internal sealed class RetaliationComplaintMapping : IEntityTypeConfiguration<RetaliationComplaint>
{
    public void Configure(EntityTypeBuilder<RetaliationComplaint> builder)
    {
        builder.ToTable("retaliation_complaint").HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Petition>().WithMany().HasForeignKey(r => r.PetitionId);
    }
}

internal sealed class EscalationMapping : IEntityTypeConfiguration<Escalation>
{
    public void Configure(EntityTypeBuilder<Escalation> builder)
    {
        builder.ToTable("escalation").HasKey(e => new { e.PetitionId, e.Number });
        builder.Property(e => e.Number).ValueGeneratedNever();
        builder.Ignore(e => e.Missing);
        builder.HasMany(e => e.Copies).WithOne().HasForeignKey(c => new { c.PetitionId, c.Number });
        builder.Navigation(e => e.Copies).HasField("_copies").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.HasOne<Petition>().WithMany().HasForeignKey(e => e.PetitionId);
    }
}

internal sealed class EscalationCopyMapping : IEntityTypeConfiguration<EscalationCopy>
{
    public void Configure(EntityTypeBuilder<EscalationCopy> builder)
    {
        builder.ToTable("escalation_copy").HasKey(c => new { c.PetitionId, c.Number, c.Recipient });
        builder.Property<uint>("xmin").IsRowVersion();
    }
}

internal sealed class EscalationWordsMapping : IEntityTypeConfiguration<EscalationWords>
{
    public void Configure(EntityTypeBuilder<EscalationWords> builder)
    {
        builder.ToTable("escalation_words").HasKey(w => new { w.PetitionId, w.Number });
        builder.HasOne<Escalation>().WithOne().HasForeignKey<EscalationWords>(w => new { w.PetitionId, w.Number });
    }
}

internal sealed class EscalationReceiverMapping : IEntityTypeConfiguration<EscalationReceiver>
{
    public void Configure(EntityTypeBuilder<EscalationReceiver> builder)
    {
        builder.ToTable("escalation_receiver").HasKey(r => new { r.PetitionId, r.Number, r.Recipient });
        builder.HasOne<Escalation>().WithMany().HasForeignKey(r => new { r.PetitionId, r.Number });
    }
}

internal sealed class DisputeMapping : IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Dispute> builder)
    {
        builder.ToTable("dispute").HasKey(d => d.PetitionId);
        builder.Property(d => d.PetitionId).ValueGeneratedNever();
        builder.Ignore(d => d.Now).Ignore(d => d.Next);
        builder.HasMany(d => d.Steps).WithOne().HasForeignKey(s => s.PetitionId);
        builder.Navigation(d => d.Steps).HasField("_steps").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.HasOne<Petition>().WithOne().HasForeignKey<Dispute>(d => d.PetitionId);
    }
}

internal sealed class DisputeStepMapping : IEntityTypeConfiguration<DisputeStep>
{
    public void Configure(EntityTypeBuilder<DisputeStep> builder)
    {
        builder.ToTable("dispute_step").HasKey(s => new { s.PetitionId, s.Level });
        builder.Property<uint>("xmin").IsRowVersion();
    }
}

internal sealed class DisputeWordsMapping : IEntityTypeConfiguration<DisputeWords>
{
    public void Configure(EntityTypeBuilder<DisputeWords> builder)
    {
        builder.ToTable("dispute_words").HasKey(w => new { w.PetitionId, w.Number });
        builder.Property(w => w.Number).ValueGeneratedNever();
        builder.HasOne<Dispute>().WithMany().HasForeignKey(w => w.PetitionId);
    }
}

internal sealed class IncidentMapping : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable("incident").HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.HasMany(i => i.Steps).WithOne().HasForeignKey(s => s.IncidentId);
        builder.Navigation(i => i.Steps).HasField("_steps").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.HasOne<Petition>().WithMany().HasForeignKey(i => i.PetitionId);
    }
}

internal sealed class IncidentStepMapping : IEntityTypeConfiguration<IncidentStep>
{
    public void Configure(EntityTypeBuilder<IncidentStep> builder)
    {
        builder.ToTable("incident_step").HasKey(s => new { s.IncidentId, s.Number });
        builder.Property(s => s.Number).ValueGeneratedNever();
    }
}

internal sealed class IncidentWordsMapping : IEntityTypeConfiguration<IncidentWords>
{
    public void Configure(EntityTypeBuilder<IncidentWords> builder)
    {
        builder.ToTable("incident_words").HasKey(w => new { w.IncidentId, w.Step });
        builder.Property(w => w.Step).ValueGeneratedNever();
        builder.HasOne<Incident>().WithMany().HasForeignKey(w => w.IncidentId);
    }
}
