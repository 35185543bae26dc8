using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.Desk;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>What replying, linking and diverting answer.</summary>
internal sealed record AnsweredView(Guid Id, PetitionStatus Status, DateTimeOffset AnsweredAt, Guid DocumentId, string? DocumentNumber);

/// <summary>What the three acts that end a petition at the office leave behind alike.</summary>
internal static class Answering
{
    /// <summary>Keeps the answer, records it, tells it and saves.</summary>
    public static async Task<AnsweredView> FinishAsync(
        IntakeDb db, PersonalData people, Petition petition, string before, OfficeAnswered answered, IssuedDocument paper, string words, CurrentCaller caller,
        object facts, CancellationToken ct, PetitionId? running = null, Diversion? diversion = null)
    {
        db.OwnAnswers.Add(new OwnAnswer
        {
            PetitionId = petition.Id,
            Act = answered.Act,
            At = answered.At,
            DocumentId = paper.Id,
            Running = running,
            Diversion = diversion,
            Words = people.Encrypt(words.Trim(), petition.Id.Value),
        });
        await db.RecordAsync(petition, before, answered.Act.ToString(), caller.Account, caller.Organ, answered.At, Flow.Basis(answered.Act), facts, ct);
        db.Publish(petition.Id.Value, new PetitionAnswered
        {
            PetitionId = petition.Id.Value,
            Outcome = petition.Status.ToString(),
            AnsweredAt = answered.At,
            DocumentId = paper.Id,
        });
        await db.LetGoAsync(petition.Id.Value, ct);
        await db.SaveChangesAsync(ct);
        return new(petition.Id.Value, petition.Status, answered.At, paper.Id, paper.Number);
    }
}
