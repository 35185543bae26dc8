using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>Everything an officer needs to work: GET /petitions/{id}. Reading a sealed one is itself recorded (art. 30).</summary>
internal static class GetPetition
{
    public sealed record OrganView(string Code, string Name, string Phone);

    public sealed record ExtensionView(int Days, string Reason, ExtensionStatus Status, DateOnly GrantedOn, DateOnly? ServedOn, ServiceMethod? Method);

    /// <summary>首次联系: by when, when it was, and every attempt.</summary>
    public sealed record ContactView(DateTimeOffset? DueAt, DateTimeOffset? FirstAt, bool? InTime, IReadOnlyList<ContactNote> Log);

    public sealed record RecordView(int Seq, DateTimeOffset At, string Act, string Label, string By, string Organ, string? Article, string Text);

    public sealed record Response(
        Guid Id, string? Number, Category Category, PetitionStatus Status, string StatusText, bool Claimed, bool Sealed, bool Urgent, bool Assigned, int Round,
        bool ElectronicService, DateOnly ReceivedByOfficeOn, DateOnly ReceivedOn, DateOnly? AcknowledgedOn, DateOnly? AcceptedOn, DateOnly? DecidedOn,
        DateOnly? CompletedOn, int Supplements, DateOnly? RatedOn, OrganView? Organ, string? Officer, OrganView? ReviewBody, bool StatementHeard,
        IReadOnlyList<TermView> Terms, IReadOnlyList<ActView> Acts, IReadOnlyList<Claim> Claims, string? Facts, IReadOnlyList<Statement> Statements,
        IReadOnlyList<ExtensionView> Extensions, IReadOnlyList<Contestation> Contestations, Declination? Declination, ServiceReceipt? Service, string? Result,
        bool Repeat, int? RepeatRound, bool Simple, SimpleChoice? SimpleChoice, SuggestionAnswer? Answer, IReadOnlyList<Mediation> Mediations, IReadOnlyList<Hearing> Hearings,
        IReadOnlyList<MeasureTaken> Measures, Closing? Closing, IReadOnlyList<Enforcement> Enforcements, Termination? Termination, IReadOnlyList<Reopening> Reopenings,
        IReadOnlyList<Study> Studies, IReadOnlyList<Reward> Rewards, AccusationFile? Accusation, string? FirstHandler, IReadOnlyList<HandOverNote> HandOvers, ContactView? Contact, IReadOnlyList<string> Recused,
        IReadOnlyList<DocumentView> Documents, IReadOnlyList<RecordView> Record, RecordVerification Chain);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, CurrentCaller caller, HttpResponse response, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();
        if (petition.IsSealed()) await db.RecordReadingAsync(petition, caller.Actor(), now, ct);

        var documents = await db.DocumentsOfAsync(petition.Id, ct);
        var entries = await db.RecordOfAsync(petition.Id, ct);
        response.SetETag(db.VersionOf(petition));
        return TypedResults.Ok(View(petition, caller, now, documents, entries, db.Verify(petition, entries, documents, await db.DraftsOfAsync(petition.Id, ct))));
    }

    private static Response View(
        Petition petition, CurrentCaller caller, Moment now, List<Document> documents, List<RecordEntry> entries, RecordVerification chain)
    {
        var file = petition.File;
        return new(
            petition.Id.Value, petition.Number, petition.Category, petition.Status, Words.Of(petition.Status), petition.IsClaimed(), petition.IsSealed(),
            petition.Urgent, petition.Assigned, petition.Round, petition.ElectronicService, petition.ReceivedByOfficeOn, petition.ReceivedOn,
            petition.AcknowledgedOn, petition.AcceptedOn, petition.DecidedOn, petition.CompletedOn, petition.Supplements, petition.RatedOn,
            OrganOf(petition.Organ), petition.Officer?.Value,
            petition.Category is Category.Redress ? OrganOf(Organs.ReviewBodyOf(petition.Organ)?.Code) : null, file.Statements.Count > 0,
            petition.ViewTerms(now), ActView.For(petition, caller.Actor(), now), file.Claims, file.Facts, file.Statements,
            [.. file.Extensions.Items.Select(each => new ExtensionView(each.Days, each.Reason, each.Status, each.GrantedOn, each.ServedOn, each.Method))],
            // What an earlier organ wrote about a routing is the office's to read.
            [.. file.Contestations.Where(each => each.Organ == petition.Organ || Staff.IsOffice(caller))],
            file.Declination, file.Service, file.Result,
            petition.Repeat, petition.RepeatRound, petition.Simple, file.Simple, file.Answer, file.Mediations, file.Hearings, file.Measures, file.Closing, file.Enforcements, file.Termination,
            file.Reopenings, file.Studies, file.Rewards, petition.IsSealed() ? file.Accusation : null, petition.FirstHandler?.Value, file.HandOvers, ContactOf(petition), petition.RecusedOfficers, [.. documents.Select(DocumentView.Of)],
            [.. entries.Select(entry => new RecordView(
                entry.Seq, entry.At, entry.Act, RecordReading.LabelOf(entry.Act), entry.By, entry.Organ, entry.Article, RecordFacts.Read(entry.Facts).Sentence))],
            chain);
    }

    private static ContactView? ContactOf(Petition petition) => petition.IsSealed()
        ? null
        : new(petition.FirstContactDueAt(), petition.FirstContactAt, petition.FirstContactAt is { } at ? at <= petition.FirstContactDueAt() : null, petition.File.Contacts);

    private static OrganView? OrganOf(string? code) => Organs.Find(code) is { } organ ? new(organ.Code, organ.Name, organ.Phone) : null;
}
