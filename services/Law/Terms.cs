using System.Collections.Frozen;
using System.Text.Json.Serialization;

namespace Xinfang.Law;

/// <summary>自然日 or 工作日.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DayKind>))]
public enum DayKind { Calendar, Working }

/// <summary>A period: how many days, of which kind, under which provision, in force from when to when.</summary>
/// <param name="Code">Stable, kebab-case, the same in every version.</param>
/// <param name="Name">What must be done in it, for people: 书面告知.</param>
/// <param name="Days">Length in days of the kind; for <see cref="Terms.Extension"/> the most that may be added.</param>
/// <param name="Kind">Which days count.</param>
/// <param name="Basis">The article that sets the period or, for a policy, the duty.</param>
/// <param name="InForceFrom">First day on which a triggering fact starts this version.</param>
/// <param name="InForceUntil">Last such day; null while it is the law.</param>
/// <param name="Policy">The number is a setting of the district (本区设定), not law.</param>
public sealed record Term(
    string Code, string Name, int Days, DayKind Kind, Article Basis,
    DateOnly InForceFrom, DateOnly? InForceUntil = null, bool Policy = false)
{
    /// <summary>15日, 5个工作日.</summary>
    public string Length => Kind is DayKind.Working ? $"{Days}个工作日" : $"{Days}日";

    /// <summary>The length is set case by case: in the letter of assignment (art. 22(3)), in the plan or agreement that is carried out (art. 32, 33), or in the opinion that revokes and orders a redo (art. 35, 36).</summary>
    public bool SetByLetter => Code == Terms.AssignmentReport.Code || Code == Terms.Enforcement.Code || Code == Terms.Redo.Code || Code == Terms.Adoption.Code;

    /// <summary>Whether a fact of this day starts this version.</summary>
    public bool IsInForce(DateOnly on) => InForceFrom <= on && (InForceUntil is not { } until || on <= until);
}

/// <summary>
/// Periods by effective date. A petition keeps the version in force when its triggering fact happened;
/// loading a later version moves no earlier date.
/// </summary>
public sealed class TermTable
{
    private readonly FrozenDictionary<string, Term[]> _versions;

    /// <exception cref="ArgumentException">A length below one day, or two versions of one code in force on one day.</exception>
    public TermTable(IEnumerable<Term> terms)
    {
        _versions = terms.GroupBy(term => term.Code)
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(term => term.InForceFrom).ToArray());
        foreach (var versions in _versions.Values)
        {
            if (versions.FirstOrDefault(term => term.Days < 1) is { } empty)
                throw new ArgumentException($"{empty.Code} has {empty.Days} days.", nameof(terms));
            for (var i = 1; i < versions.Length; i++)
                if (versions[i - 1].InForceUntil is not { } until || until >= versions[i].InForceFrom)
                    throw new ArgumentException($"Two versions of {versions[i].Code} are in force on {versions[i].InForceFrom:O}.", nameof(terms));
        }
    }

    /// <summary>Every version of every term, by code and date.</summary>
    public IEnumerable<Term> All => _versions.Values.SelectMany(versions => versions).OrderBy(term => term.Code, StringComparer.Ordinal).ThenBy(term => term.InForceFrom);

    /// <summary>The version that a fact of this day starts.</summary>
    /// <exception cref="KeyNotFoundException">No such code, or no version of it was in force on that day.</exception>
    public Term InForce(string code, DateOnly on) =>
        Find(code, on) ?? throw new KeyNotFoundException($"No version of the term {code} was in force on {on:O}.");

    /// <summary>As <see cref="InForce"/>, with null instead of an exception.</summary>
    public Term? Find(string code, DateOnly on) =>
        _versions.TryGetValue(code, out var versions) ? Array.Find(versions, term => term.IsInForce(on)) : null;

    /// <summary>This table with later versions; the version before each of them ends on the eve.</summary>
    public TermTable With(params IEnumerable<Term> later)
    {
        var all = All.ToList();
        foreach (var term in later)
        {
            var open = all.FindIndex(known => known.Code == term.Code && known.InForceUntil is null && known.InForceFrom < term.InForceFrom);
            if (open >= 0) all[open] = all[open] with { InForceUntil = term.InForceFrom.AddDays(-1) };
            all.Add(term);
        }
        return new TermTable(all);
    }
}

/// <summary>The periods of the Regulation and of the district. Law, not configuration: a changed law is a commit with a citation.</summary>
public static class Terms
{
    private static readonly DateOnly Since2022 = PetitionRegulations.InForceFrom;

    /// <summary>Received by the petition office → forwarded or assigned.</summary>
    public static readonly Term Forwarding = Law("forwarding", "转送交办", 15, PetitionRegulations.Forwarding);
    /// <summary>Received by the organ from a forwarding → written notice of receipt, road and procedure.</summary>
    public static readonly Term Notice = Law("notice", "书面告知", 15, PetitionRegulations.Notice);
    /// <summary>Received by the organ from a forwarding → contests that the matter is its own.</summary>
    public static readonly Term Contest = Law("contest", "提出异议", 5, PetitionRegulations.Contest, DayKind.Working);
    /// <summary>Accepted → opinion issued.</summary>
    public static readonly Term Completion = Law("completion", "作出处理意见", 60, PetitionRegulations.Completion);
    /// <summary>The most that extensions of <see cref="Completion"/> may add up to.</summary>
    public static readonly Term Extension = Law("extension", "延长办理期限", 30, PetitionRegulations.Extension);
    /// <summary>Opinion received by the petitioner → asks for a review.</summary>
    public static readonly Term ReviewRequest = Law("review-request", "申请复查", 30, PetitionRegulations.Review);
    /// <summary>Request received → review opinion.</summary>
    public static readonly Term Review = Law("review", "作出复查意见", 30, PetitionRegulations.Review);
    /// <summary>Review opinion received by the petitioner → asks for a recheck.</summary>
    public static readonly Term RecheckRequest = Law("recheck-request", "申请复核", 30, PetitionRegulations.Recheck);
    /// <summary>Request received → recheck opinion; the days of a hearing are excluded (36¶2).</summary>
    public static readonly Term Recheck = Law("recheck", "作出复核意见", 30, PetitionRegulations.Recheck);

    /// <summary>Opinion revoked → a new one. The review or recheck opinion sets the length: <c>Redo with { Days = 30 }</c>; 60 at most, as for the first (art. 34).</summary>
    public static readonly Term Redo = Law("redo", "重新作出处理意见", 60, PetitionRegulations.Review);

    /// <summary>Opinion issued → served.</summary>
    public static readonly Term ServiceOfOpinion = District("service-of-opinion", "送达意见书", 5, DayKind.Working, PetitionRegulations.Opinion);
    /// <summary>Opinion received by the petitioner → rates the office and the organ.</summary>
    public static readonly Term RatingWindow = District("rating-window", "评价", 30, DayKind.Calendar, PetitionRegulations.Rating);
    /// <summary>A suggestion received by the organ → reply.</summary>
    public static readonly Term SuggestionReply = District("suggestion-reply", "答复建议", 60, DayKind.Calendar, PetitionRegulations.Suggestion);
    /// <summary>A suggestion adopted → its measure carried out. The answer sets the length; 30 days when it is silent.</summary>
    public static readonly Term Adoption = Law("adoption", "落实采纳措施", 30, PetitionRegulations.Suggestion);
    /// <summary>Received → passed on under the simple procedure.</summary>
    public static readonly Term SimpleForward = District("simple-forward", "简易转送", 1, DayKind.Working, SimpleProcedure.Scope);
    /// <summary>Received by the organ → accepts or declines under the simple procedure.</summary>
    public static readonly Term SimpleAccept = District("simple-accept", "简易受理", 3, DayKind.Working, SimpleProcedure.Scope);
    /// <summary>Accepted → opinion under the simple procedure.</summary>
    public static readonly Term SimpleComplete = District("simple-complete", "简易办结", 10, DayKind.Working, SimpleProcedure.Scope);
    /// <summary>Proposal received → written feedback on its adoption.</summary>
    public static readonly Term ProposalFeedback = District("proposal-feedback", "反馈采纳情况", 30, DayKind.Calendar, PetitionRegulations.ProposalFeedback);
    /// <summary>Letter of supervision → the organ's written answer. The letter sets the length: <c>SupervisionAnswer with { Days = 10 }</c>; 15 when it is silent.</summary>
    public static readonly Term SupervisionAnswer = District("supervision-answer", "答复督办", 15, DayKind.Calendar, PetitionRegulations.Supervision);
    /// <summary>Assigned → result and report. The letter of assignment (交办函) sets the length: <c>AssignmentReport with { Days = 45 }</c>; 30 when it is silent.</summary>
    public static readonly Term AssignmentReport = Law("assignment-report", "报送办理结果", 30, PetitionRegulations.ForwardingWithReport);
    /// <summary>Supported claim served, or agreement reached → carried out. The plan or the agreement sets the length; 30 days when both are silent.</summary>
    public static readonly Term Enforcement = Law("enforcement", "落实处理意见", 30, PetitionRegulations.Enforcement);
    /// <summary>A petitioner's message → an answer from the organ.</summary>
    public static readonly Term MessageReply = District("message-reply", "回复留言", 3, DayKind.Working, PetitionRegulations.Diligence);
    /// <summary>Rated 不满意 → the petition office has called the petitioner back.</summary>
    public static readonly Term CallBack = District("call-back", "回访", 3, DayKind.Working, PetitionRegulations.Rating);
    /// <summary>Disputed → the organs have negotiated. The Regulation sets no limit.</summary>
    public static readonly Term DisputeNegotiation = District("dispute-negotiation", "协商由谁受理", 5, DayKind.Working, PetitionRegulations.JurisdictionDispute);
    /// <summary>Not agreed → the common superior has decided.</summary>
    public static readonly Term DisputeSuperior = District("dispute-superior", "共同上一级决定由谁受理", 5, DayKind.Working, PetitionRegulations.JurisdictionDispute);
    /// <summary>No common superior, or not decided → the joint conference has coordinated.</summary>
    public static readonly Term DisputeConference = District("dispute-conference", "联席会议协调由谁受理", 10, DayKind.Working, PetitionRegulations.JurisdictionDispute);

    /// <summary>The table the services run on.</summary>
    public static readonly TermTable Default = new(
    [
        Forwarding, Notice, Contest, Completion, Extension, ReviewRequest, Review, RecheckRequest, Recheck, Redo,
        ServiceOfOpinion, RatingWindow, SuggestionReply, Adoption, SimpleForward, SimpleAccept, SimpleComplete,
        ProposalFeedback, SupervisionAnswer, AssignmentReport, Enforcement, MessageReply, CallBack, DisputeNegotiation, DisputeSuperior, DisputeConference,
    ]);

    /// <inheritdoc cref="TermTable.InForce"/>
    public static Term InForce(string code, DateOnly on) => Default.InForce(code, on);

    private static Term Law(string code, string name, int days, Article basis, DayKind kind = DayKind.Calendar) =>
        new(code, name, days, kind, basis, Since2022);

    private static Term District(string code, string name, int days, DayKind kind, Article basis) =>
        new(code, name, days, kind, basis, Since2022, Policy: true);
}
