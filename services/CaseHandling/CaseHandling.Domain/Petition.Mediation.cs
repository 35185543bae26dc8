using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>调解、和解 (art. 33): both sides agree first. The sixty days run on meanwhile, and end with an agreement.</summary>
public sealed partial class Petition
{
    private Mediation? OpenMediation() => File.Mediations is [.., var last] && last.IsOpen() ? last : null;

    /// <summary>A side agrees to mediation, for the record; both must before it begins.</summary>
    public Result<MediationConsented> ConsentToMediation(Actor actor, MediationKind kind, Party party, DateOnly on, string note, bool withinDiscretion, Moment now)
    {
        if (Refuses(Act.ConsentToMediation, actor, now) is { } refusal) return refusal;
        if (!withinDiscretion) return Refusals.MediationOutsideDiscretion;
        if (on < ReceivedOn || on > now.Date) return Refusals.ConsentDate(ReceivedOn);
        if (string.IsNullOrWhiteSpace(note)) return Refusals.ConsentWithoutNote;
        var open = OpenMediation();
        if (open is not null && open.Kind != kind) return Refusals.MediationOfOtherKind;
        if (open?.Consents.Any(consent => consent.Party == party) is true) return Refusals.AlreadyConsented;

        var consent = new Consent(party, on, note.Trim(), actor.Id.Value);
        Keep(open is null ? new Mediation(kind, [consent]) : open with { Consents = [.. open.Consents, consent] }, isNew: open is null);
        return Changed(new MediationConsented(kind, party, on));
    }

    /// <summary>开始调解 or 和解.</summary>
    public Result<MediationStarted> Mediate(Actor actor, string? mediator, Moment now)
    {
        if (Refuses(Act.Mediate, actor, now) is { } refusal) return refusal;
        var open = OpenMediation()!;
        if (open.Kind is MediationKind.Mediation && string.IsNullOrWhiteSpace(mediator)) return Refusals.MediationWithoutMediator;
        if (File.Hearings.Any(hearing => hearing.IsWaiting())) return Refusals.HearingWaits;

        Status = PetitionStatus.Mediating;
        Keep(open with { StartedOn = now.Date, Mediator = NullIfBlank(mediator) });
        return Changed(new MediationStarted(open.Kind, now.Date));
    }

    /// <summary>达成协议, in writing or recorded. It answers the petition within the term of article 34; its performance is followed up.</summary>
    public Result<MediationReached> Agree(Actor actor, AgreementForm form, string content, DateOnly performBy, Moment now)
    {
        if (Refuses(Act.Agree, actor, now) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(content)) return Refusals.AgreementWithoutContent;
        if (performBy < now.Date) return Refusals.AgreementWithPastDate;

        var open = OpenMediation()!;
        (Status, DecidedOn, DraftDesk) = (PetitionStatus.Settled, now.Date, null);
        Keep(open with { AgreedOn = now.Date, Form = form, Content = content.Trim(), PerformBy = performBy });
        var inTime = Finish(AnswerTerm(), now.Date);
        Owe(null, performBy);
        FollowEnforcement(now.Date, now);
        return Changed(new MediationReached(open.Kind, form, now.Date, inTime, performBy));
    }

    /// <summary>调解不成: back to handling; the term of article 34 has run on.</summary>
    public Result<MediationFailed> FailMediation(Actor actor, string reason, Moment now)
    {
        if (Refuses(Act.FailMediation, actor, now) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(reason)) return Refusals.MediationFailedWithoutReason;

        var open = OpenMediation()!;
        Status = PetitionStatus.Accepted;
        Keep(open with { FailedOn = now.Date, Reason = reason.Trim() });
        return Changed(new MediationFailed(open.Kind, now.Date, AnswerDates()));
    }

    private Refusal? RefusesMediation()
    {
        Party[] missing = [.. Enum.GetValues<Party>().Where(party => OpenMediation()?.Consents.Any(consent => consent.Party == party) is not true)];
        return missing.Length > 0 ? Refusals.MediationWithoutConsent(missing) : null;
    }

    private void Keep(Mediation mediation, bool isNew = false) =>
        File = File with { Mediations = [.. isNew ? File.Mediations : File.Mediations.SkipLast(1), mediation] };
}
