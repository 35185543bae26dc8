using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Progress;

internal static class Ending
{
    /// <summary>Notes that the organ has declined or completed the petition. One that is no longer the organ's stays as it is.</summary>
    public static async Task EndAsync(this IntakeDb db, Act act, Guid id, string organ, DateTimeOffset at, object facts, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return;
        var before = petition.Digest();
        if (petition.Ends(act, organ) is not null) return;
        await db.RecordAsync(petition, before, act.ToString(), Recording.System, organ, at, Flow.Basis(act), facts, ct);
    }
}
