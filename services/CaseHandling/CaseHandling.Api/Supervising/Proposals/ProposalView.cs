using Xinfang.CaseHandling.Api.Petitions;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Proposals;

/// <summary>三项建议, in lists and in full.</summary>
/// <param name="Number">信访编号.</param>
/// <param name="DocumentNumber">文号, once issued.</param>
/// <param name="Term">Of the feedback.</param>
internal sealed record ProposalView(
    Guid Id, Guid PetitionId, string? Number, ProposalKind Kind, string KindText, string Organ, string OrganName, ProposalStatus Status, string StatusText,
    DateOnly DraftedOn, string DraftedBy, string? DocumentNumber, DateOnly? IssuedOn, string? SignedBy, TermView? Term, bool Overdue, DateOnly? AnsweredOn,
    Adoption? Adoption, string? AdoptionText, string Problem, string Advice, string? Consequences, Note? Feedback, Note? Withdrawal, IReadOnlyList<ActView> Acts)
{
    private static readonly IReadOnlyDictionary<ProposalAct, string> Routes = new Dictionary<ProposalAct, string>
    {
        [ProposalAct.Issue] = "signature",
        [ProposalAct.Withdraw] = "withdrawal",
        [ProposalAct.Answer] = "feedback",
    };

    public static async Task<ProposalView> OfAsync(Proposal each, CaseHandlingDb db, CurrentCaller caller, Moment now, CancellationToken ct) => (await OfAsync([each], db, caller, now, ct))[0];

    public static async Task<IReadOnlyList<ProposalView>> OfAsync(IReadOnlyList<Proposal> all, CaseHandlingDb db, CurrentCaller caller, Moment now, CancellationToken ct)
    {
        var numbers = await db.NumbersAsync(all.Select(each => each.PetitionId), ct);
        return [.. all.Select(each =>
        {
            var (file, term) = (each.File, each.FeedbackTerm(now));
            return new ProposalView(
                each.Id, each.PetitionId.Value, numbers.GetValueOrDefault(each.PetitionId), each.Kind, SupervisingWords.Of(each.Kind), each.Addressee, Scopes.NameOf(each.Addressee),
                each.Status, SupervisingWords.Of(each.Status), each.DraftedOn, each.DraftedBy, each.Number, each.IssuedOn, each.SignedBy,
                term is null ? null : now.View(term, each.AnsweredOn), each.Status is ProposalStatus.Issued && now.Date > each.DueOn, each.AnsweredOn,
                each.Adoption, each.Adoption is { } adoption ? SupervisingWords.Of(adoption) : null, file.Problem, file.Advice, file.Consequences, file.Feedback, file.Withdrawal,
                SupervisingActs.For(each, caller.Person(), now, Routes, "/supervision/proposals"));
        })];
    }
}
