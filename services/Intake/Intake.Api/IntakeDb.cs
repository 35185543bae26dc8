using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.Intake.Api;

/// <summary>Intake's own database. Everything a person said or is lies in byte columns, encrypted.</summary>
public sealed class IntakeDb(DbContextOptions<IntakeDb> options, MessagingServices services) : MessagingDbContext(options, services)
{
    public DbSet<Petition> Petitions => Set<Petition>();
    internal DbSet<Dossier> Dossiers => Set<Dossier>();
    internal DbSet<SealedDossier> SealedDossiers => Set<SealedDossier>();
    internal DbSet<RoutingWords> RoutingWords => Set<RoutingWords>();
    internal DbSet<Supplement> Supplements => Set<Supplement>();
    internal DbSet<Attachment> Attachments => Set<Attachment>();
    internal DbSet<Rating> Ratings => Set<Rating>();
    internal DbSet<IssuedDocument> Documents => Set<IssuedDocument>();
    internal DbSet<Participants> Participants => Set<Participants>();
    internal DbSet<OwnAnswer> OwnAnswers => Set<OwnAnswer>();
    internal DbSet<Withdrawal> Withdrawals => Set<Withdrawal>();
    internal DbSet<Chase> Chases => Set<Chase>();
    internal DbSet<Message> Messages => Set<Message>();
    internal DbSet<RetaliationComplaint> RetaliationComplaints => Set<RetaliationComplaint>();
    internal DbSet<Escalation> Escalations => Set<Escalation>();
    internal DbSet<EscalationWords> EscalationWords => Set<EscalationWords>();
    internal DbSet<EscalationReceiver> EscalationReceivers => Set<EscalationReceiver>();
    internal DbSet<Dispute> Disputes => Set<Dispute>();
    internal DbSet<DisputeWords> DisputeWords => Set<DisputeWords>();
    internal DbSet<Incident> Incidents => Set<Incident>();
    internal DbSet<IncidentWords> IncidentWords => Set<IncidentWords>();
    internal DbSet<MatterGrams> MatterGrams => Set<MatterGrams>();
    internal DbSet<SearchTerms> SearchTerms => Set<SearchTerms>();
    internal DbSet<SearchDue> SearchDue => Set<SearchDue>();
    internal DbSet<RepeatLink> RepeatLinks => Set<RepeatLink>();
    internal DbSet<ContentChange> ContentChanges => Set<ContentChange>();
    internal DbSet<RecognitionModel> RecognitionModels => Set<RecognitionModel>();
    internal DbSet<ModelUse> ModelUses => Set<ModelUse>();
    internal DbSet<ShownProposal> ShownProposals => Set<ShownProposal>();
    internal DbSet<CallBack> CallBacks => Set<CallBack>();
    internal DbSet<IdentityOpening> IdentityOpenings => Set<IdentityOpening>();
    internal DbSet<IdentityReading> IdentityReadings => Set<IdentityReading>();
    internal DbSet<Correction> Corrections => Set<Correction>();
    internal DbSet<RetentionRun> RetentionRuns => Set<RetentionRun>();
    internal DbSet<SearchReading> SearchReadings => Set<SearchReading>();
    internal DbSet<Contact> Contacts => Set<Contact>();
    internal DbSet<Notice> Notices => Set<Notice>();
    internal DbSet<CaseFact> CaseFacts => Set<CaseFact>();
    internal DbSet<Transfer> Transfers => Set<Transfer>();
    internal DbSet<Hold> Holds => Set<Hold>();
    internal DbSet<Turn> Turns => Set<Turn>();
    internal DbSet<TurnNote> TurnNotes => Set<TurnNote>();
    internal DbSet<ReceptionWindow> ReceptionWindows => Set<ReceptionWindow>();
    internal DbSet<Import> Imports => Set<Import>();
    internal DbSet<ImportBlock> ImportBlocks => Set<ImportBlock>();
    internal DbSet<ImportRow> ImportRows => Set<ImportRow>();
    internal DbSet<ImportKey> ImportKeys => Set<ImportKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<PetitionId>().HaveConversion<PetitionIdConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }

    // Events are UTC by contract; one that is not is the same instant still, and Npgsql would refuse it.
    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);

    private sealed class PetitionIdConverter() : ValueConverter<PetitionId, Guid>(id => id.Value, value => new(value));
}

internal sealed class PetitionMapping : IEntityTypeConfiguration<Petition>
{
    public void Configure(EntityTypeBuilder<Petition> builder)
    {
        builder.ToTable("petition").HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.Number).IsUnique();
        builder.HasIndex(p => new { p.ForwardStrictDueOn, p.Id });
        builder.HasIndex(p => p.Organ);
        builder.HasIndex(p => p.Status);
        builder.HasIndex(p => p.Category);
        builder.HasIndex(p => p.Street);
        builder.HasIndex(p => p.Channel);
        builder.HasIndex(p => p.ReceivedOn);
        builder.Ignore(p => p.State);
        builder.Property(p => p.Chases).HasDefaultValue(0);
        builder.Property(p => p.Messages).HasDefaultValue(0);
        builder.Property(p => p.Escalations).HasDefaultValue(0);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.Property<byte[]>(QueryKeys.Code).IsRequired();
        builder.Property<byte[]?>(QueryKeys.PhoneLastFour);
        builder.Property<byte[]?>(QueryKeys.IdentityLastFour);
        builder.HasMany(p => p.Routings).WithOne().HasForeignKey(r => r.PetitionId);
        builder.Navigation(p => p.Routings).HasField("_routings").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }
}

internal sealed class RoutingMapping : IEntityTypeConfiguration<Routing>
{
    public void Configure(EntityTypeBuilder<Routing> builder)
    {
        builder.ToTable("routing").HasKey(r => new { r.PetitionId, r.Round });
        builder.Property(r => r.Round).ValueGeneratedNever();
    }
}
