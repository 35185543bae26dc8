namespace Xinfang.CaseHandling.Domain;

public sealed record OpinionDrafted(int Version, string Hash, bool Submitted) : Fact
{
    public override string Sentence => $"起草处理意见第{Version}稿{(Submitted ? "，送审核" : "")}";
}

public sealed record OpinionChecked(int Version, string Hash) : Fact
{
    public override string Sentence => $"审核处理意见第{Version}稿，送负责人签发";
}

public sealed record DraftReturned(int Version, DraftDesk From) : Fact
{
    public override string Sentence => $"{(From is DraftDesk.Head ? "负责人" : "审核人")}退回处理意见第{Version}稿";
}

public sealed record OpinionWithdrawn(DateOnly SignedOn, DateOnly On, DueDates Answer) : Fact
{
    public override string Sentence => "作废未送达的处理意见书，重新办理";
}
