using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.Configuration;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Api.Quality;
using Xinfang.CaseHandling.Api.Reviews;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api;

/// <summary>Petitions and documents; what people said and wrote is encrypted on its way in and decrypted on its way out.</summary>
internal sealed partial class CaseHandlingDb(DbContextOptions<CaseHandlingDb> options, MessagingServices services, PersonalData personal)
    : MessagingDbContext(options, services)
{
    private readonly Dictionary<PetitionId, string> _digests = [];
    private IDbContextTransaction? _transaction;

    public DbSet<Petition> Petitions => Set<Petition>();
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<ToldTerm> ToldTerms => Set<ToldTerm>();
    public DbSet<KeptCalendar> Calendars => Set<KeptCalendar>();
    public DbSet<DraftVersion> Drafts => Set<DraftVersion>();
    public DbSet<ReplySketch> Sketches => Set<ReplySketch>();
    public DbSet<Defect> Defects => Set<Defect>();
    public DbSet<SampleReview> Samples => Set<SampleReview>();
    public DbSet<Review> Reviews => Set<Review>();
    public DbSet<CareAfterEnd> Care => Set<CareAfterEnd>();

    /// <summary>Loads the one petition of a scoped query, readable, and remembers its digest for the record.</summary>
    public async Task<Petition?> OpenAsync(IQueryable<Petition> scope, PetitionId id, CancellationToken ct)
    {
        if (await scope.SingleOrDefaultAsync(petition => petition.Id == id, ct) is not { } petition) return null;
        var file = personal.DecryptBytes(Entry(petition).Property<byte[]>(PetitionMapping.CaseFile).CurrentValue, id.Value);
        petition.File = JsonSerializer.Deserialize<CaseFile>(file, MessageTypes.Json)!;
        _digests[id] = RecordChain.DigestOf(petition);
        return petition;
    }

    /// <summary>Loads the one review of a scoped query, readable.</summary>
    public async Task<Review?> OpenAsync(IQueryable<Review> scope, ReviewId id, CancellationToken ct) =>
        await scope.SingleOrDefaultAsync(review => review.Id == id, ct) is { } review ? Readable(review) : null;

    /// <summary>Every review of a petition, readable, oldest first.</summary>
    public async Task<List<Review>> ReviewsOfAsync(PetitionId petition, CancellationToken ct)
    {
        var reviews = await Reviews.Where(review => review.PetitionId == petition).ToListAsync(ct);
        return [.. reviews.Select(Readable).OrderBy(review => review.ReceivedOn).ThenBy(review => review.Id.Value)];
    }

    /// <summary>The care after the end of a petition, readable.</summary>
    public async Task<CareAfterEnd?> OpenCareAsync(PetitionId petition, CancellationToken ct)
    {
        if (await Care.SingleOrDefaultAsync(care => care.Id == petition, ct) is not { } care) return null;
        care.File = JsonSerializer.Deserialize<CareFile>(
            personal.DecryptBytes(Entry(care).Property<byte[]>(CareMapping.CareFile).CurrentValue, petition.Value), MessageTypes.Json)!;
        return care;
    }

    /// <summary>留痕 of an act in a review: it stands in the petition's one chain, with the digest of the review beside it.</summary>
    public Task RecordAsync(Petition petition, Review review, ReviewAct act, Actor actor, Moment now, Fact fact, CancellationToken ct, Document? document = null)
    {
        var digest = _digests[petition.Id];
        return RecordAsync(new RecordDraft(
            petition.Id.Value, ReviewFlow.RecordNameOf(act, review.Level), actor.Id.Value, actor.Organ, now.At, ReviewFlow.Of(act).BasisOf(review.Level).ToString(),
            RecordFacts.Write(fact, document, review.Id.Value, RecordChain.DigestOf(review)), digest, digest), ct);
    }

    /// <summary>留痕 of what is done for the petitioner after the end (art. 37 para. 3).</summary>
    public Task RecordCareAsync(Petition petition, string act, Actor actor, Moment now, Fact fact, CancellationToken ct)
    {
        var digest = _digests[petition.Id];
        return RecordAsync(new RecordDraft(
            petition.Id.Value, act, actor.Id.Value, actor.Organ, now.At, PetitionRegulations.CareAfterFinal.ToString(), RecordFacts.Write(fact, null), digest, digest), ct);
    }

    /// <summary>The version for the entity tag.</summary>
    public uint VersionOf(Petition petition) => Entry(petition).Property<uint>(PetitionMapping.Version).CurrentValue;

    /// <summary>留痕 of an act on a petition, and of the document it issued.</summary>
    public async Task RecordAsync(Petition petition, Act act, Actor actor, Moment now, Fact fact, CancellationToken ct, Document? document = null)
    {
        var before = _digests.GetValueOrDefault(petition.Id);
        var after = _digests[petition.Id] = RecordChain.DigestOf(petition);
        if (document is { SignedBy: "" }) document.SignedBy = actor.Id.Value;
        await RecordAsync(new RecordDraft(
            petition.Id.Value, act.ToString(), actor.Id.Value, actor.Organ, now.At, Flow.Of(act).Basis.ToString(),
            RecordFacts.Write(fact, document), before, after), ct, first: before is null);
        await ProposeSupervisionAsync(petition, fact, now, ct);
    }

    /// <summary>
    /// Gives the document its number: one more than the last of this organ, year and kind. The row stays locked until the
    /// transaction of the act ends, so a rollback leaves no gap and no number is given twice.
    /// </summary>
    public async Task IssueAsync(Document document, DocumentBody body, CancellationToken ct)
    {
        _transaction ??= await Database.BeginTransactionAsync(ct);
        var last = await Database.SqlQuery<int>($"""
            insert into document_register (organ, kind, year, last) values ({document.Organ}, {document.Kind.ToString()}, {document.Year}, 1)
            on conflict (organ, kind, year) do update set last = document_register.last + 1
            returning last as "Value"
            """).ToListAsync(ct);
        document.Seal(last[0], personal, body);
        Add(document);
    }

    /// <summary>Keeps a version of a draft beside the petition.</summary>
    public void Keep(Petition petition, OpinionText text, OpinionDrafted drafted, Actor actor, Moment now) =>
        Add(DraftVersion.Of(petition, text, drafted, actor, now, personal));

    /// <summary>The body as it was hashed.</summary>
    public byte[] BytesOf(Document document) => document.Bytes(personal);

    /// <inheritdoc cref="BytesOf(Document)"/>
    public byte[] BytesOf(DraftVersion version) => version.Bytes(personal);

    /// <summary>Whether every version in the record is still there and has its hash.</summary>
    public bool IsWhole(DraftVersion version, string hash) => version.IsWhole(personal, hash);

    /// <summary>Makes others who lock this petition wait until <see cref="CommitAsync"/>.</summary>
    public Task LockAsync(Petition petition, CancellationToken ct) => LockAsync(petition.Id, ct);

    /// <inheritdoc cref="LockAsync(Petition, CancellationToken)"/>
    public async Task LockAsync(PetitionId petition, CancellationToken ct)
    {
        _transaction ??= await Database.BeginTransactionAsync(ct);
        await Database.ExecuteSqlAsync($"select 1 from petition where id = {petition.Value} for update", ct);
    }

    /// <summary>The same for the petition of that id, or the one that the review of that id is about.</summary>
    public async Task LockForActAsync(Guid id, CancellationToken ct)
    {
        _transaction ??= await Database.BeginTransactionAsync(ct);
        await Database.ExecuteSqlAsync($"select 1 from petition where id = {id} or id = (select petition_id from review where review.id = {id}) for update", ct);
    }

    /// <summary>The document's text in the clear.</summary>
    public DocumentBody BodyOf(Document document) => document.Open(personal);

    /// <summary>Whether the document's text is the one with that hash.</summary>
    public bool IsWhole(Document document, string? hash) => document.IsWhole(personal, hash);

    /// <summary>Saves everything as one; ends the transaction that a lock or the numbering of a document has begun.</summary>
    public override async Task CommitAsync(CancellationToken ct)
    {
        await SaveChangesAsync(ct);
        if (_transaction is null) return;
        await _transaction.CommitAsync(ct);
        await _transaction.DisposeAsync();
        _transaction = null;
        Announce();
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries<Petition>())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified)) continue;
            entry.Property<string?>(PetitionMapping.ProjectedWith).CurrentValue = entry.Entity.ProjectedWith();
            entry.Property<byte[]>(PetitionMapping.CaseFile).CurrentValue =
                personal.Encrypt(JsonSerializer.SerializeToUtf8Bytes(entry.Entity.File, MessageTypes.Json), entry.Entity.Id.Value);
        }
        foreach (var entry in ChangeTracker.Entries<Review>())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified)) continue;
            entry.Property<string?>(PetitionMapping.ProjectedWith).CurrentValue = entry.Entity.ProjectedWith();
            entry.Property<byte[]>(ReviewMapping.ReviewFile).CurrentValue =
                personal.Encrypt(JsonSerializer.SerializeToUtf8Bytes(entry.Entity.File, MessageTypes.Json), entry.Entity.Id.Value);
        }
        foreach (var entry in ChangeTracker.Entries<CareAfterEnd>())
            if (entry.State is EntityState.Added or EntityState.Modified)
                entry.Property<byte[]>(CareMapping.CareFile).CurrentValue =
                    personal.Encrypt(JsonSerializer.SerializeToUtf8Bytes(entry.Entity.File, MessageTypes.Json), entry.Entity.Id.Value);
        FileAway();
        if (ChangedPetitions() is not { Length: > 0 } changed) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        var alone = Database.CurrentTransaction is null;
        await using var transaction = alone ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await LookAgainAtLaddersAsync(changed, cancellationToken);
        if (transaction is null) return saved;
        await transaction.CommitAsync(cancellationToken);
        Announce();
        return saved;
    }

    private Review Readable(Review review)
    {
        review.File = JsonSerializer.Deserialize<ReviewFile>(
            personal.DecryptBytes(Entry(review).Property<byte[]>(ReviewMapping.ReviewFile).CurrentValue, review.Id.Value), MessageTypes.Json)!;
        return review;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<PetitionId>().HaveConversion<PetitionIdConverter>();
        configurationBuilder.Properties<OfficerId>().HaveConversion<OfficerIdConverter>();
        configurationBuilder.Properties<PetitionStatus>().HaveConversion<string>();
        configurationBuilder.Properties<Category>().HaveConversion<string>();
        configurationBuilder.Properties<DocumentKind>().HaveConversion<string>();
        configurationBuilder.Properties<DocumentState>().HaveConversion<string>();
        configurationBuilder.Properties<DraftDesk>().HaveConversion<string>();
        configurationBuilder.Properties<ReviewId>().HaveConversion<ReviewIdConverter>();
        configurationBuilder.Properties<ReviewStatus>().HaveConversion<string>();
        configurationBuilder.Properties<ReviewLevel>().HaveConversion<string>();
        configurationBuilder.Properties<ReviewOutcome>().HaveConversion<string>();
        configurationBuilder.Properties<RequestWay>().HaveConversion<string>();
    }

    private sealed class ReviewIdConverter() : ValueConverter<ReviewId, Guid>(id => id.Value, value => new(value));

    private sealed class PetitionIdConverter() : ValueConverter<PetitionId, Guid>(id => id.Value, value => new(value));

    private sealed class OfficerIdConverter() : ValueConverter<OfficerId, string>(id => id.Value, value => new(value));
}
