using System.Collections.Frozen;
using Xinfang.Law;
using static Xinfang.Intake.Domain.PetitionStatus;

namespace Xinfang.Intake.Domain;

/// <summary>What can be done to a petition at the petition office. Return, Decline and Complete are told by the competent organ's events.</summary>
public enum Act { Classify, Forward, Assign, Return, Decline, Complete, Supplement, Rate }

/// <summary>Which act is open in which state, and the provision behind it. Printed in docs/intake-flow.md.</summary>
public static class Flow
{
    /// <summary>Where an act leads from each state in which it is open.</summary>
    private sealed record Line(Article Basis, params (PetitionStatus From, PetitionStatus To)[] Ways);

    private static readonly FrozenDictionary<Act, Line> Acts = new Dictionary<Act, Line>
    {
        // Before routing a clerk may correct a classification; after a return the old one stands until it is replaced.
        [Act.Classify] = new(PetitionRegulations.Forwarding, (Registered, Classified), (Classified, Classified), (Returned, Returned)),
        [Act.Forward] = new(PetitionRegulations.Forwarding, (Classified, Forwarded), (Returned, Forwarded)),
        [Act.Assign] = new(PetitionRegulations.ForwardingWithReport, (Classified, Assigned), (Returned, Assigned)),
        [Act.Return] = new(PetitionRegulations.Contest, (Forwarded, Returned), (Assigned, Returned)),
        [Act.Decline] = new(PetitionRegulations.Notice, (Forwarded, Declined), (Assigned, Declined)),
        [Act.Complete] = new(PetitionRegulations.Completion, (Forwarded, Completed), (Assigned, Completed)),
        [Act.Supplement] = new(PetitionRegulations.Form,
            (Registered, Registered), (Classified, Classified), (Forwarded, Forwarded), (Assigned, Assigned), (Returned, Returned)),
        [Act.Rate] = new(PetitionRegulations.Rating, (Forwarded, Forwarded), (Assigned, Assigned), (Completed, Completed)),
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
        (Registered, Act.Forward or Act.Assign) => $"这件事还没有分类，不能{Words.Of(act)}。先分类。",
        (Forwarded or Assigned, Act.Forward or Act.Assign) => $"这件事{Words.Of(status)}，不用再{Words.Of(act)}。单位提出异议并经同意后，才能改转。",
        (Forwarded or Assigned, Act.Classify) => $"这件事{Words.Of(status)}，不能再改分类。",
        (_, Act.Rate) => "还没有收到处理意见，现在不能评价。",
        (Declined or Completed, Act.Supplement) => $"这件事{Words.Of(status)}，不再收补充材料。有新的事实、理由，可以另提一件。",
        _ => $"这件事{Words.Of(status)}，不能{Words.Of(act)}。",
    };
}
