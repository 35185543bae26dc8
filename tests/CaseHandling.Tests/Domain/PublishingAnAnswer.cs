using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;

namespace Xinfang.CaseHandling.Tests.Domain;

public class PublishingAnAnswer
{
    private static readonly Guid Id = Guid.Parse("019cb000-0000-7000-8000-0000000000f1");

    [Fact, Rule("C-22")]
    public void Takes_two_people()
    {
        var petition = Served();
        Done(Propose(petition));
        Refused(petition.ReleasePublication(Officer with { Roles = Roles.Officer | Roles.Checker }, At(2026, 5, 6)), "publication.own-proposal", OtherProcedures.NothingOfThirdParties);
        Done(petition.ReleasePublication(Head, At(2026, 5, 6)));
        Assert.True(petition.File.Publication!.IsPublished());
        Refused(Propose(petition), "publication.published", OtherProcedures.NothingOfThirdParties);
    }

    [Fact]
    public void Names_nobody() =>
        Refused(Served().ProposePublication(Officer, Id, "标题", "问题", "答复", ["手机号", "人名"], At(2026, 5, 6)), "publication.personal-data", OtherProcedures.NothingOfThirdParties);

    [Fact]
    public void Can_be_taken_back_with_a_reason_and_proposed_again()
    {
        var petition = Served();
        Refused(petition.WithdrawPublication(Head, "没有", At(2026, 5, 6)), "publication.nothing-to-withdraw", OtherProcedures.NothingOfThirdParties);
        Done(Propose(petition));
        Done(petition.ReleasePublication(Head, At(2026, 5, 6)));
        Refused(petition.WithdrawPublication(Head, " ", At(2026, 5, 7)), "publication.withdrawn-without-reason", OtherProcedures.NothingOfThirdParties);
        Assert.True(Done(petition.WithdrawPublication(Head, "还能看出是谁。", At(2026, 5, 7))).WasPublished);
        Refused(petition.ReleasePublication(Head, At(2026, 5, 7)), "publication.nothing-proposed", OtherProcedures.NothingOfThirdParties);
        Done(Propose(petition));
    }

    private static Result<PublicationProposed> Propose(Petition petition) => petition.ProposePublication(Officer, Id, "标题", "问题", "答复", [], At(2026, 5, 6));
}
