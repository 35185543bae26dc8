using Xinfang.CaseHandling.Api.Petitions;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Violations;

/// <summary>违规记录, in lists and in full.</summary>
internal sealed record ViolationView(
    Guid Id, string Code, string CodeText, string Basis, string Organ, string OrganName, Guid PetitionId, string? Number, string Fact, DateOnly FoundOn,
    string FoundBy, ViolationStatus Status, string StatusText, string? Finding, DateOnly? CorrectedOn, Note? Correction, Note? Withdrawal, IReadOnlyList<ActView> Acts)
{
    private static readonly IReadOnlyDictionary<ViolationAct, string> Routes = new Dictionary<ViolationAct, string>
    {
        [ViolationAct.Correct] = "correction",
        [ViolationAct.Withdraw] = "withdrawal",
    };

    public static ViolationView Of(Violation each, string? number, CurrentCaller caller, Moment now)
    {
        var code = ViolationCode.Find(each.Code)!;
        return new(each.Id, each.Code, code.Words, code.Basis.ToString(), each.Organ, Scopes.NameOf(each.Organ), each.PetitionId.Value, number, FactText(each.Fact),
            each.FoundOn, each.FoundBy, each.Status, SupervisingWords.Of(each.Status), each.File.Finding, each.CorrectedOn, each.File.Correction, each.File.Withdrawal,
            SupervisingActs.For(each, caller.Person(), now, Routes, "/supervision/violations"));
    }

    private static string FactText(string fact) => fact switch
    {
        "Forwarding" => "收到之日起15日内没有转送、交办",
        "ProposalFeedback" => "没有按期反馈建议的采纳情况",
        _ => Enum.TryParse<SupervisionCause>(fact, out var cause) ? SupervisingWords.Of(cause) : "督查人员发现",
    };
}
