using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>From acceptance to completion.</summary>
public sealed partial class Petition
{
    /// <summary>受理. Ends the term for the notice and starts the completion term of article 34. Late acceptance is possible and marked.</summary>
    public Result<Accepted> Accept(Actor actor, string? contactPhone, string? note, Moment now)
    {
        if (Refuses(Act.Accept, actor) is { } refusal) return refusal;

        (Status, AcceptedOn) = (PetitionStatus.Accepted, now.Date);
        TakeInHand(Officer ?? actor.Id, first: true);
        File = File with { ContactPhone = NullIfBlank(contactPhone), AcceptanceNote = NullIfBlank(note) };
        var inTime = Finish(Terms.Notice.Code, now.Date);
        if (Category is Category.Redress) Start(now.Due(Terms.Completion.Code, "受理"));
        if (!Simple) return Changed(new Accepted(now.Date, inTime, AnswerDates()));

        var simple = now.Due(Terms.SimpleComplete.Code, "受理");
        Start(simple);
        return Changed(new Accepted(now.Date, inTime, AnswerDates(), DueDates.Of(simple)));
    }

    /// <summary>不予受理: another road is open, and the notice names it (art. 19, 31).</summary>
    public Result<Declined> Decline(Actor actor, Declination declination, Moment now)
    {
        if (Refuses(Act.Decline, actor) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(declination.Body)) return Refusals.DeclinedWithoutBody;
        if (string.IsNullOrWhiteSpace(declination.Reason)) return Refusals.DeclinedWithoutReason;
        if (declination.Until < now.Date) return Refusals.DeclinedWithPastDate;

        (Status, Officer) = (PetitionStatus.Declined, Officer ?? actor.Id);
        File = File with { Declination = declination with { Body = declination.Body.Trim(), Reason = declination.Reason.Trim() } };
        var inTime = Finish(Terms.Notice.Code, now.Date);
        Finish(Terms.AssignmentReport.Code, now.Date);
        DropOwedTerms();
        return Changed(new Declined(now.Date, inTime, declination.Road, declination.Until));
    }

    /// <summary>听取信访人陈述 (art. 31 item 6): a condition of the opinion.</summary>
    public Result<StatementHeard> HearStatement(Actor actor, DateOnly heardOn, StatementWay way, string summary, Moment now)
    {
        if (Refuses(Act.HearStatement, actor) is { } refusal) return refusal;
        if (heardOn < ReceivedOn || heardOn > now.Date) return Refusals.StatementDate(ReceivedOn);
        if (string.IsNullOrWhiteSpace(summary)) return Refusals.StatementWithoutSummary;

        File = File with { Statements = [.. File.Statements, new Statement(heardOn, way, summary.Trim(), actor.Id.Value)] };
        return Changed(new StatementHeard(heardOn, way));
    }

    /// <summary>批准延期 by the head (art. 34). The date moves only when the notice is served.</summary>
    public Result<ExtensionGranted> Extend(Actor actor, int days, string reason, Moment now)
    {
        if (Refuses(Act.Extend, actor, now) is { } refusal) return refusal;
        if (File.Extensions.Grant(days, reason, actor.Id, now.Date, StrictSixtiethDay(now), MostDays(now)).Refused(out refusal, out var ledger))
            return refusal;

        File = File with { Extensions = ledger };
        return Changed(new ExtensionGranted(days, now.Date, DueDates.Of(Completion(now, ledger.GrantedDays()))));
    }

    /// <summary>送达延期告知书: the extension takes effect; acceptance + 60 + all effective days, rolled once.</summary>
    public Result<ExtensionServed> ServeExtension(Actor actor, DateOnly servedOn, ServiceMethod method, Moment now)
    {
        if (Refuses(Act.ServeExtension, actor, now) is { } refusal) return refusal;
        if (method is ServiceMethod.Electronic && !ElectronicService) return Refusals.ServiceElectronicWithoutConsent;
        if (File.Extensions.Serve(servedOn, method, now.Date, StrictSixtiethDay(now)).Refused(out refusal, out var ledger)) return refusal;

        File = File with { Extensions = ledger };
        Start(Completion(now, ledger.EffectiveDays()));
        return Changed(new ExtensionServed(ledger.Items[^1].Days, servedOn, method, AnswerDates()));
    }

    /// <summary>送达: the 30 days for asking for a review run from this day (art. 35); there is no review of a reply to a suggestion.</summary>
    public Result<Served> Serve(Actor actor, ServiceReceipt receipt, string? reviewBody, Moment now)
    {
        if (Refuses(Act.Serve, actor) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(receipt.Receiver)) return Refusals.ServiceWithoutReceiver;
        var decidedOn = DecidedOn.GetValueOrDefault();
        if (receipt.ServedOn < decidedOn || receipt.ServedOn > now.Date) return Refusals.ServiceDate(decidedOn);
        if (receipt.Method is ServiceMethod.Electronic && !ElectronicService) return Refusals.ServiceElectronicWithoutConsent;
        if (receipt.Method is ServiceMethod.Phone && (!Simple || File.Simple?.PaperWanted is true)) return Refusals.ServiceByPhone;
        if (receipt.Method is ServiceMethod.PublicNotice && receipt.ServedOn < decidedOn.AddDays(30)) return Refusals.ServiceByNoticeTooEarly(decidedOn.AddDays(30));

        Status = PetitionStatus.Served;
        File = File with { Service = receipt with { Receiver = receipt.Receiver.Trim(), Note = NullIfBlank(receipt.Note) } };
        Finish(Terms.ServiceOfOpinion.Code, receipt.ServedOn);
        if (Category is not Category.Redress) return Changed(new Served(receipt.ServedOn, receipt.Method, null, null));

        var review = now.Due(receipt.ServedOn, Terms.ReviewRequest.Code, "送达");
        Start(review);
        OweSupported(receipt.ServedOn, now);
        return Changed(new Served(receipt.ServedOn, receipt.Method, reviewBody, DueDates.Of(review)));
    }

    private Refusal? RefusesExtension(Moment now) =>
        Category is not Category.Redress ? Refusals.ExtensionForRedressOnly
        : AnswerTerm() == Terms.Redo.Code ? Refusals.RedoIsNotExtended
        : File.Extensions.RefusesGrant(now.Date, StrictSixtiethDay(now), MostDays(now));

    private Refusal? RefusesServiceOfExtension() =>
        Category is not Category.Redress ? Refusals.ExtensionForRedressOnly
        : File.Extensions.Pending() is null ? Refusals.NoExtensionToServe
        : null;

    /// <summary>Code of the term within which the organ answers: the redo that a reviewing body has ordered, the suggestion's (art. 29), or the opinion's (art. 34).</summary>
    public string AnswerTerm() => TermOf(Terms.Redo.Code) is not null ? Terms.Redo.Code : Category is Category.Suggestion ? Terms.SuggestionReply.Code : Terms.Completion.Code;

    private DueDates AnswerDates()
    {
        var answer = TermOf(AnswerTerm())!;
        return new(answer.StrictDueOn, answer.DueOn);
    }

    private DueDate Completion(Moment now, int extensionDays) =>
        now.Due(AcceptedOn.GetValueOrDefault(), Terms.Completion.Code, "受理", extensionDays);

    private DateOnly StrictSixtiethDay(Moment now) => Completion(now, 0).StrictDueOn;

    private int MostDays(Moment now) => now.Terms.InForce(Terms.Extension.Code, AcceptedOn.GetValueOrDefault()).Days;

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
