using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>回访 as the office reads it, owed or held.</summary>
/// <param name="Due">The district's term with its derivation.</param>
internal sealed record CallBackView(
    bool OfOffice, bool OfOrgan, OrganView? Organ, TermView Due, string? WayText = null, DateOnly? HeldOn = null, string? OutcomeText = null, string? Said = null, string? By = null)
{
    public static CallBackView Of(CallBack callBack, string? said, Moment now) => new(
        callBack.OfOffice, callBack.OfOrgan, OrganView.Of(callBack.Organ), now.View(callBack.Due(now), callBack.HeldOn),
        callBack.Way is { } way ? Words.Of(way) : null, callBack.HeldOn, callBack.Outcome is { } outcome ? Words.Of(outcome) : null, said, callBack.By);

    /// <summary>The call-back of a petition with its row, tracked; null when none is or was owed.</summary>
    public static async Task<CallBackView?> ReadAsync(IntakeDb db, CallBack? callBack, PersonalData people, Moment now, CancellationToken ct)
    {
        if (callBack is null) return null;
        var said = await db.CallBacks.Where(c => c.PetitionId == callBack.PetitionId).Select(c => EF.Property<byte[]?>(c, CallBackMapping.Said)).SingleAsync(ct);
        return Of(callBack, said is null ? null : people.Decrypt(said, callBack.PetitionId.Value), now);
    }
}
