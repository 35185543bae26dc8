using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Desk;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Transfers;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>分办台: GET /petitions?state=&amp;q=&amp;after=&amp;limit=. What waits for routing comes by its last day, everything else newest first.</summary>
internal static class ListPetitions
{
    /// <summary>ToRoute is everything that waits for the clerk, returned ones included; Returned is that part of it.</summary>
    public enum State { ToRoute, Routed, Returned, All }

    public sealed record Row(
        Guid Id, string Number, string Subject, string? Street, Channel Channel, string? PetitionerMasked, DateOnly ReceivedOn,
        Category? Category, bool Urgent, bool Sealed, PetitionStatus Stage, string StageText, TermView Term, string? Organ, HoldView? Hold, IReadOnlyList<OriginView> Origins);

    private sealed record Key(DateOnly DueOn, Guid Id);

    public static async Task<IResult> Handle(
        CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct,
        State state = State.ToRoute, string? q = null, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var size = Cursor.Limit(limit);
        var petitions = In(state, db.Petitions.AsNoTracking().IgnoreAutoIncludes().VisibleTo(caller));
        if (!string.IsNullOrWhiteSpace(q)) petitions = petitions.Where(p => p.Number.StartsWith(q.Trim()));

        var rows = await Page(petitions, state is State.ToRoute or State.Returned, last).Take(size + 1).ToListAsync(ct);
        var ids = rows.ConvertAll(petition => petition.Id);
        var contents = await db.Dossiers.AsNoTracking().Where(d => ids.Contains(d.PetitionId)).ToDictionaryAsync(d => d.PetitionId, d => d.Content, ct);

        var now = clock.Now();
        var origins = await OriginView.OfAsync(db, ids, now.Date, ct);
        var holds = await db.Holds.AsNoTracking().Where(h => ids.Contains(h.PetitionId)).ToDictionaryAsync(h => h.PetitionId, ct);
        var page = Page<Petition>.Of(rows, size, petition => new Key(petition.ForwardStrictDueOn, petition.Id.Value));
        return TypedResults.Ok(new Page<Row>([.. page.Items.Select(petition => View(petition, contents.GetValueOrDefault(petition.Id), HoldView.Of(holds.GetValueOrDefault(petition.Id), caller.Account, now.At), people, now) with { Origins = [.. origins[petition.Id]] })], page.Next));
    }

    private static IQueryable<Petition> In(State state, IQueryable<Petition> petitions) => state switch
    {
        State.ToRoute => petitions.Where(p => p.Status == PetitionStatus.Registered || p.Status == PetitionStatus.Classified || p.Status == PetitionStatus.Returned
            || p.Status == PetitionStatus.Disputed),
        State.Returned => petitions.Where(p => p.Status == PetitionStatus.Returned),
        State.Routed => petitions.Where(p => p.Status != PetitionStatus.Registered && p.Status != PetitionStatus.Classified && p.Status != PetitionStatus.Returned
            && p.Status != PetitionStatus.Disputed),
        _ => petitions,
    };

    private static IQueryable<Petition> Page(IQueryable<Petition> petitions, bool byDay, Key? last)
    {
        if (byDay)
        {
            if (last is not null)
                petitions = petitions.Where(p => EF.Functions.GreaterThan(ValueTuple.Create(p.ForwardStrictDueOn, p.Id), ValueTuple.Create(last.DueOn, new PetitionId(last.Id))));
            return petitions.OrderBy(p => p.ForwardStrictDueOn).ThenBy(p => p.Id);
        }
        if (last is not null)
            petitions = petitions.Where(p => EF.Functions.LessThan(ValueTuple.Create(p.Id), ValueTuple.Create(new PetitionId(last.Id))));
        return petitions.OrderByDescending(p => p.Id);
    }

    private static Row View(Petition petition, byte[]? content, HoldView? hold, PersonalData people, Moment now)
    {
        var dossier = content is null ? null : DossierContent.Decrypted(content, people, petition.Id.Value);
        return new Row(
            petition.Id.Value, petition.Number, dossier?.Subject ?? "保密件，只能转纪检监察机关", petition.Street, petition.Channel,
            dossier?.Masked(petition.Anonymous).Name, petition.ReceivedOn, petition.Category, petition.Urgent, petition.Sealed,
            petition.Status, Words.Of(petition.Status), now.View(petition.ForwardingTerm(now), petition.FirstRoutedOn), petition.Organ, hold, []);
    }
}
