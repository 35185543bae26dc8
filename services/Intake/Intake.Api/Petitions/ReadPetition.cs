using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>事项, for the office: GET /petitions/{id}, with ETag. Of a sealed one the office sees that it is there, not what it says.</summary>
internal static class ReadPetition
{
    public sealed record RoutingView(int Round, OrganView? Organ, DateTimeOffset At, DateOnly? ReportDueOn, bool Late, DateTimeOffset? ReturnedAt, string? Reason, string? Demand);

    public sealed record SupplementView(int Number, DateTimeOffset At, string? Text);

    public sealed record ProposalsView(IReadOnlyList<Proposal> Organs, IReadOnlyList<Proposal> Categories, IReadOnlyList<Proposal> Contents);

    public sealed record Response(
        Guid Id, string Number, Channel Channel, DateOnly ReceivedOn, DateTimeOffset RegisteredAt, string Subject, string? Facts, IReadOnlyList<string> Claims,
        int ClaimCount, MaskedPetitioner? Petitioner, string? Street, string? StreetName, string? Place, DateOnly? HappenedOn, bool ElectronicService,
        Category? StatedCategory, Category? Category, string? ContentCode, string? ContentName, bool Urgent, bool Sealed,
        PetitionStatus Stage, string StageText, OrganView? Organ, int Round, string? FirstReceiver, bool RoutingOverdue,
        IReadOnlyList<TermView> Terms, IReadOnlyList<ActView> Acts, IReadOnlyList<RoutingView> Routings, IReadOnlyList<SupplementView> Supplements,
        IReadOnlyList<DocumentView> Documents, IReadOnlyList<RecordLine> Record, ProposalsView? Proposals,
        ScreeningView? Screening);

    public static async Task<IResult> Handle(
        Guid id, HttpResponse response, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();

        var now = clock.Now();
        var dossier = await db.OpenDossierAsync(id, people, ct);
        var waits = Flow.Refuses(petition.Status, Act.Classify) is null;
        var proposals = dossier is not null && waits ? ProposalsFor(petition, dossier) : null;
        response.SetETag(db.Entry(petition).Property<uint>("xmin").CurrentValue);
        return TypedResults.Ok(new Response(
            id, petition.Number, petition.Channel, petition.ReceivedOn, petition.RegisteredAt, dossier?.Subject ?? "保密件，只能转纪检监察机关", dossier?.Facts,
            dossier?.Claims ?? [], petition.ClaimCount, dossier?.Masked(petition.Anonymous), petition.Street, Organs.Find(petition.Street)?.ShortName,
            dossier?.Place, dossier?.HappenedOn, petition.ElectronicService, petition.StatedCategory, petition.Category, petition.ContentCode,
            petition.ContentCode is { } code ? ContentCodes.NameOf(code) : null, petition.Urgent, petition.Sealed,
            petition.Status, Words.Of(petition.Status), OrganView.Of(petition.Organ), petition.Round, petition.FirstReceiver,
            petition.FirstRoutedOn is null && now.Date > petition.ForwardDueOn,
            [now.View(petition.ForwardingTerm(now), petition.FirstRoutedOn)], ActsFor(petition, caller), await RoutingsAsync(db, petition, people, ct),
            await SupplementsAsync(db, petition, people, ct), await db.ListDocumentsAsync(petition, forPetitioner: false, ct),
            await db.LinesAsync(id, ct), proposals,
            waits ? await ScreeningView.OfAsync(db, petition, dossier, proposals?.Organs, people, ct) : null));
    }

    private static List<ActView> ActsFor(Petition petition, CurrentCaller caller)
    {
        if (!caller.Has(Duty.Register)) return [];
        var page = $"/desk/routing/{petition.Id.Value}";
        return
        [
            View(Act.Classify, "建议意见、检举控告、申诉求决，各走各的路", $"{page}/classification"),
            View(Act.Forward, "转给该管的单位，它按期告知、办理", $"{page}/forwarding"),
            View(Act.Assign, "转给该管的单位，并定期限要它报结果", $"{page}/assignment"),
        ];

        ActView View(Act act, string consequence, string href) => Flow.Refuses(petition.Status, act) is { } refusal
            ? new(act.ToString(), Words.Of(act), false, Reason: refusal.Message, Basis: refusal.Basis?.ToString())
            : new(act.ToString(), Words.Of(act), true, consequence, Basis: Flow.Basis(act).ToString(), Href: href);
    }

    private static async Task<IReadOnlyList<RoutingView>> RoutingsAsync(IntakeDb db, Petition petition, PersonalData people, CancellationToken ct)
    {
        var words = await db.RoutingWords.AsNoTracking().Where(w => w.PetitionId == petition.Id).ToDictionaryAsync(w => w.Round, ct);
        return
        [
            .. petition.Routings.OrderBy(r => r.Round).Select(r => new RoutingView(
                r.Round, OrganView.Of(r.Organ), r.At, r.ReportDueOn, r.Late, r.ReturnedAt, Open(words[r.Round].Reason), Open(words[r.Round].Demand))),
        ];

        string? Open(byte[]? text) => text is null || petition.Sealed ? null : people.Decrypt(text, petition.Id.Value);
    }

    private static async Task<IReadOnlyList<SupplementView>> SupplementsAsync(IntakeDb db, Petition petition, PersonalData people, CancellationToken ct) =>
        [
            .. (await db.Supplements.AsNoTracking().Where(s => s.PetitionId == petition.Id).OrderBy(s => s.Number).ToListAsync(ct))
                .Select(s => new SupplementView(s.Number, s.At, petition.Sealed ? null : people.Decrypt(s.Text, petition.Id.Value))),
        ];

    private static ProposalsView ProposalsFor(Petition petition, DossierContent dossier)
    {
        // Streets share their duties, so their words would only repeat each other: the place decides which street is proposed.
        var street = Organs.Find(petition.Street);
        var catalogue = Organs.Routable.Where(organ => organ.Kind is not OrganKind.Street || organ.Code == petition.Street).Select(Entry);
        return new ProposalsView(
            Proposals.Organs(dossier.Text, street is null ? null : Entry(street), catalogue),
            Proposals.CategoriesOf(dossier.Text), Proposals.ContentsOf(dossier.Text));
    }

    private static CatalogueEntry Entry(Organ organ) => new(organ.Code, organ.ShortName, organ.Duties);
}
