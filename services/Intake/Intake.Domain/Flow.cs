using System.Collections.Frozen;
using Xinfang.Law;
using S = Xinfang.Intake.Domain.PetitionStatus;

namespace Xinfang.Intake.Domain;

/// <summary>What can be done to a petition at the petition office. Return, Decline, Complete, Redo and Bar are told by the competent organ's events.</summary>
public enum Act
{
    Classify, Forward, Assign, Return, Decline, Complete, Supplement, Rate, Reply, Link, Divert, Escalate, OpenDispute, DecideDispute,
    Withdraw, Chase, Message, ComplainOfRetaliation, Redo, Bar, CallBack,
}

/// <summary>Which act is open in which state, and the provision behind it. Printed in docs/intake-flow.md.</summary>
public static class Flow
{
    /// <summary>Where an act leads from each state in which it is open.</summary>
    private sealed record Line(Article Basis, params (PetitionStatus From, PetitionStatus To)[] Ways);

    private static readonly FrozenDictionary<Act, Line> Acts = new Dictionary<Act, Line>
    {
        // Before routing a clerk may correct a classification; after a return the old one stands until it is replaced.
        [Act.Classify] = new(PetitionRegulations.Forwarding, (S.Registered, S.Classified), (S.Classified, S.Classified), (S.Returned, S.Returned)),
        [Act.Forward] = new(PetitionRegulations.Forwarding, (S.Classified, S.Forwarded), (S.Returned, S.Forwarded)),
        [Act.Assign] = new(PetitionRegulations.ForwardingWithReport, (S.Classified, S.Assigned), (S.Returned, S.Assigned)),
        [Act.Return] = new(PetitionRegulations.Contest, (S.Forwarded, S.Returned), (S.Assigned, S.Returned)),
        [Act.Decline] = new(PetitionRegulations.Notice, (S.Forwarded, S.Declined), (S.Assigned, S.Declined)),
        [Act.Complete] = new(PetitionRegulations.Completion, (S.Forwarded, S.Completed), (S.Assigned, S.Completed)),
        [Act.Redo] = new(PetitionRegulations.Review, (S.Completed, S.Forwarded)),
        [Act.Bar] = new(PetitionRegulations.FinalBar, (S.Forwarded, S.Barred), (S.Assigned, S.Barred)),
        [Act.Supplement] = new(PetitionRegulations.Form,
            (S.Registered, S.Registered), (S.Classified, S.Classified), (S.Forwarded, S.Forwarded), (S.Assigned, S.Assigned), (S.Returned, S.Returned),
            (S.Disputed, S.Disputed)),
        [Act.Rate] = new(PetitionRegulations.Rating, (S.Forwarded, S.Forwarded), (S.Assigned, S.Assigned), (S.Completed, S.Completed)),
        [Act.Reply] = new(PetitionRegulations.Registration, (S.Classified, S.Replied), (S.Returned, S.Replied)),
        [Act.Link] = new(PetitionRegulations.HigherLevelBar, (S.Classified, S.Linked)),
        [Act.Divert] = new(PetitionRegulations.LitigationSeparation, (S.Classified, S.Diverted), (S.Returned, S.Diverted)),
        // Reporting stops nothing: the petition goes its way meanwhile.
        [Act.Escalate] = new(PetitionRegulations.Escalation, (S.Registered, S.Registered), (S.Classified, S.Classified), (S.Forwarded, S.Forwarded),
            (S.Assigned, S.Assigned), (S.Returned, S.Returned), (S.Disputed, S.Disputed)),
        [Act.OpenDispute] = new(PetitionRegulations.JurisdictionDispute, (S.Classified, S.Disputed), (S.Returned, S.Disputed)),
        // A level that does not settle it leads to the next; settling it routes it.
        [Act.DecideDispute] = new(PetitionRegulations.JurisdictionDispute, (S.Disputed, S.Forwarded)),
        [Act.Withdraw] = new(PetitionRegulations.Form, (S.Registered, S.Withdrawn), (S.Classified, S.Withdrawn), (S.Forwarded, S.Withdrawn),
            (S.Assigned, S.Withdrawn), (S.Returned, S.Withdrawn), (S.Disputed, S.Withdrawn)),
        [Act.Chase] = new(PetitionRegulations.Supervision, (S.Registered, S.Registered), (S.Classified, S.Classified), (S.Forwarded, S.Forwarded),
            (S.Assigned, S.Assigned), (S.Returned, S.Returned), (S.Disputed, S.Disputed)),
        [Act.Message] = new(PetitionRegulations.Diligence, (S.Forwarded, S.Forwarded), (S.Assigned, S.Assigned)),
        // What became of the petition since it was rated takes nothing from the debt.
        [Act.CallBack] = new(PetitionRegulations.Rating, (S.Forwarded, S.Forwarded), (S.Assigned, S.Assigned), (S.Returned, S.Returned),
            (S.Completed, S.Completed), (S.Barred, S.Barred)),
        [Act.ComplainOfRetaliation] = new(PetitionRegulations.Retaliation, [.. Enum.GetValues<PetitionStatus>().Select(state => (state, state))]),
    }.ToFrozenDictionary();

    /// <summary>Why the act is not open in this state, or null when it is.</summary>
    public static Refusal? Refuses(PetitionStatus status, Act act) =>
        Array.Exists(Acts[act].Ways, way => way.From == status)
            ? null
            : new Refusal("petition.wrong-state", Sentence(status, act), Acts[act].Basis);

    /// <summary>The state after the act. Ask <see cref="Refuses"/> first.</summary>
    public static PetitionStatus After(PetitionStatus status, Act act) => Array.Find(Acts[act].Ways, way => way.From == status).To;

    /// <summary>The provision an act rests on.</summary>
    public static Article Basis(Act act) => Acts[act].Basis;

    /// <summary>The table, one line an act.</summary>
    public static string Describe() => string.Join('\n', Acts.OrderBy(entry => entry.Key).SelectMany(entry =>
        entry.Value.Ways.Select(way => $"| {Words.Of(entry.Key)} {entry.Key} | {way.From} | {way.To} | {entry.Value.Basis} |")));

    private static string Sentence(PetitionStatus status, Act act) => (status, act) switch
    {
        (S.Registered, Act.Forward or Act.Assign) => $"这件事还没有分类，不能{Words.Of(act)}。先分类。",
        (S.Forwarded or S.Assigned, Act.Forward or Act.Assign) => $"这件事{Words.Of(status)}，不用再{Words.Of(act)}。单位提出异议并经同意后，才能改转。",
        (S.Forwarded or S.Assigned, Act.Classify) => $"这件事{Words.Of(status)}，不能再改分类。",
        (_, Act.CallBack) => "还没有评价，没有要回访的。",
        (_, Act.Rate) => "还没有收到处理意见，现在不能评价。",
        (S.Registered, Act.Reply or Act.Link or Act.Divert or Act.OpenDispute) => $"这件事还没有分类，不能{Words.Of(act)}。先分类。",
        (S.Forwarded or S.Assigned, Act.Reply or Act.Link or Act.Divert or Act.OpenDispute) => $"这件事{Words.Of(status)}，由承办单位办，不能再{Words.Of(act)}。",
        (_, Act.Message) => "现在没有单位在办这件事，不能留言。可以打022-0000 0000问。",
        (S.Declined or S.Completed or S.Replied or S.Linked or S.Diverted or S.Withdrawn or S.Barred, Act.Supplement) => $"这件事{Words.Of(status)}，不再收补充材料。有新的事实、理由，可以另提一件。",
        _ => $"这件事{Words.Of(status)}，不能{Words.Of(act)}。",
    };
}
