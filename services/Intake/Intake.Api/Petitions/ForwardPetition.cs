using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.Repeats;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>转送: POST /petitions/{id}/forwarding</summary>
internal static class ForwardPetition
{
    /// <param name="Repeat">重复信访: the clerk has found the same person with the same matter once more.</param>
    /// <param name="Concerned">Accounts of staff the petition is about.</param>
    public sealed record Request(string Organ, string Reason = "", bool Repeat = false, IReadOnlyList<string>? Concerned = null);

    public static async Task<IResult> Handle(Guid id, Request request, CurrentCaller caller, Forwarding forwarding, CancellationToken ct) =>
        (await forwarding.ForwardAsync(id, new(request.Organ, request.Reason, request.Repeat, request.Concerned), caller, ct)).Refused(out var refusal, out var answer)
            ? refusal.ToProblem()
            : TypedResults.Ok(answer);

    // Of an accusation nothing leaves but that it is there, for whom, and sealed (art. 30).
    internal static PetitionForwarded EventOf(Petition petition, Routed forwarded, ToForward to, Moment now, int? repeatRound) => new()
    {
        PetitionId = forwarded.Id.Value,
        Number = petition.Sealed ? null : petition.Number,
        Organ = forwarded.Organ,
        Round = forwarded.Round,
        Category = petition.Sealed ? null : petition.Category?.ToString(),
        ClaimCount = petition.Sealed ? 0 : petition.ClaimCount,
        ElectronicService = !petition.Sealed && petition.ElectronicService,
        Urgent = !petition.Sealed && petition.Urgent,
        Sealed = petition.Sealed,
        ReceivedByOfficeOn = petition.Sealed ? now.Date : petition.ReceivedOn,
        ForwardedAt = forwarded.At,
        Repeat = !petition.Sealed && (to.Repeat || repeatRound is not null),
        RepeatRound = petition.Sealed ? null : repeatRound,
        ConcernedAccounts = petition.Sealed ? null : Dispatching.AccountsOf(to.Concerned),
    };
}
