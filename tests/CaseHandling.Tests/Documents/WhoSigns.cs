using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;

namespace Xinfang.CaseHandling.Tests.Documents;

public class WhoSigns
{
    [Fact]
    public void Every_kind_of_document_has_one_signatory_and_a_mark_of_its_own()
    {
        Assert.Equal(Enum.GetValues<DocumentKind>().Order(), Signatories.Table.Select(line => line.Kind).Order());
        Assert.Equal(Signatories.Table.Count, Signatories.Table.Select(line => line.Mark).Distinct().Count());
    }

    [Fact]
    public void The_opinion_is_checked_and_signed_by_the_head() =>
        Assert.Equal((true, Roles.Head), (Signatories.Of(DocumentKind.Opinion).NeedsChecker, Signatories.Of(DocumentKind.Opinion).Signer));
}
