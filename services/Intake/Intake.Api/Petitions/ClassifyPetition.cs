using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.Desk;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>甄别分类: POST /petitions/{id}/classification. An accusation moves the dossier under seal (art. 30).</summary>
internal static class ClassifyPetition
{
    public sealed record Request(Category Category, string ContentCode, bool Urgent = false);

    public sealed record Response(Guid Id, PetitionStatus Status, Category Category, string ContentCode, bool Urgent, bool Sealed, DateTimeOffset ClassifiedAt);

    public static async Task<IResult> Handle(Guid id, Request request, CurrentCaller caller, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();
        if (await db.HeldByAnotherAsync(id, caller, now.At, ct) is { } held) return held.ToProblem();

        var before = petition.Digest();
        if (petition.Classify(request.Category, request.ContentCode, request.Urgent, caller.Account, now, await db.ContentTreeAsync(ct)).Refused(out var refusal, out var classified))
            return refusal.ToProblem();

        if (classified.Seals) await SealAsync(db, petition.Id, ct);
        await db.RecordAsync(petition, before, "Classify", caller.Account, caller.Organ, classified.At, Flow.Basis(Act.Classify),
            new { category = classified.Category, contentCode = classified.ContentCode, urgent = classified.Urgent, seals = classified.Seals }, ct);
        db.Publish(id, new PetitionClassified
        {
            PetitionId = id,
            Category = classified.Sealed ? null : classified.Category.ToString(),
            ContentCode = classified.Sealed ? null : classified.ContentCode,
            Urgent = !classified.Sealed && classified.Urgent,
            Sealed = classified.Sealed,
            ClassifiedAt = classified.At,
        });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(id, petition.Status, classified.Category, classified.ContentCode, classified.Urgent, classified.Sealed, classified.At));
    }

    private static async Task SealAsync(IntakeDb db, PetitionId id, CancellationToken ct)
    {
        var dossier = await db.Dossiers.FindAsync([id], ct)
            ?? throw new InvalidOperationException("A petition that is not sealed has lost its dossier.");
        db.SealedDossiers.Add(new SealedDossier { PetitionId = id, Content = dossier.Content });
        db.Dossiers.Remove(dossier);
    }
}
