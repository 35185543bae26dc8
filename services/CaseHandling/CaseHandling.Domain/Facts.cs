using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>What an act has brought about. Codes, dates and accounts only: facts go into the record and onto the wire, words of people never do.</summary>
public abstract record Fact
{
    /// <summary>One plain sentence for the record.</summary>
    public abstract string Sentence { get; }
}

public sealed record Received(string Organ, int Round, bool Sealed, DateOnly On, DueDates? Notice, DateOnly? ContestDueOn) : Fact
{
    public override string Sentence => Notice is { } notice ? $"收到，最晚{ChineseDates.WithYear(notice.DueOn)}书面告知" : "收到，按保密事项办理";
}

public sealed record Acknowledged(string Organ, DateOnly On) : Fact
{
    public override string Sentence => "单位系统签收";
}

public sealed record Claimed(string By) : Fact
{
    public override string Sentence => "认领，声明与本件无利害关系";
}

public sealed record Recused(string Officer, bool ClaimReleased) : Fact
{
    public override string Sentence => "回避";
}

public sealed record Contested(int Round, string? ProposedOrgan) : Fact
{
    public override string Sentence => "提出异议";
}

public sealed record ContestationDecided(int Round, string Organ, bool Agreed, string? ProposedOrgan) : Fact
{
    public override string Sentence => Agreed ? "同意异议，退回重新转办" : "不同意异议，由原单位办理";
}

public sealed record Accepted(DateOnly On, bool NoticeInTime, DueDates Answer) : Fact
{
    public override string Sentence => $"受理，最晚{ChineseDates.WithYear(Answer.DueOn)}作出意见";
}

public sealed record Declined(DateOnly On, bool NoticeInTime, Road Road, DateOnly? Until) : Fact
{
    public override string Sentence => $"不予受理：{Words.Of(Road)}";
}

public sealed record StatementHeard(DateOnly HeardOn, StatementWay Way) : Fact
{
    public override string Sentence => $"{ChineseDates.MonthDay(HeardOn)}{Words.Of(Way)}听取信访人陈述";
}

public sealed record ExtensionGranted(int Days, DateOnly On, DueDates Answer) : Fact
{
    public override string Sentence => $"批准延长{Days}日，送达后到{ChineseDates.WithYear(Answer.DueOn)}";
}

public sealed record ExtensionServed(int Days, DateOnly ServedOn, ServiceMethod Method, DueDates Answer) : Fact
{
    public override string Sentence => $"延期告知书{ChineseDates.MonthDay(ServedOn)}{Words.Of(Method)}，最晚{ChineseDates.WithYear(Answer.DueOn)}作出意见";
}

public sealed record Decided(DateOnly On, bool InTime, int Supported, int Explained, int NotSupported) : Fact
{
    public override string Sentence => $"作出意见{(InTime ? "" : "（超期）")}：支持{Supported}项，解释说明{Explained}项，不支持{NotSupported}项";
}

public sealed record Served(DateOnly ServedOn, ServiceMethod Method, string? ReviewBody, DueDates? ReviewRequest) : Fact
{
    public override string Sentence => $"意见书{ChineseDates.MonthDay(ServedOn)}{Words.Of(Method)}"
        + (ReviewRequest is { } review ? $"，{ChineseDates.WithYear(review.DueOn)}前可以申请复查" : "");
}

public sealed record Completed(DateOnly On, bool InTime) : Fact
{
    public override string Sentence => InTime ? "按期办结" : "办结（超期）";
}

public sealed record Supplemented(int Number) : Fact
{
    public override string Sentence => $"信访人补充材料（第{Number}份）";
}

public sealed record Rated(string? OrganScore) : Fact
{
    public override string Sentence => "信访人作出评价";
}

/// <summary>临期 or 超期 of one term, to be told once.</summary>
public sealed record TermTold(string Term, bool Overdue, DateOnly StrictDueOn, DateOnly DueOn) : Fact
{
    public override string Sentence => Overdue ? $"{Terms.Default.All.First(term => term.Code == Term).Name}已过严格届满日" : $"{Terms.Default.All.First(term => term.Code == Term).Name}临期";
}

/// <summary>期限重算: the calendar was corrected, and these dates moved.</summary>
public sealed record DatesCorrected(string Calendar, IReadOnlyList<MovedTerm> Moved) : Fact
{
    public override string Sentence => $"放假安排更正，期限重算：{string.Join("；", Moved.Select(term => term.Sentence))}";
}

/// <summary>A date before and after the correction.</summary>
public sealed record MovedTerm(string Term, DateOnly FormerStrictDueOn, DateOnly FormerDueOn, DateOnly StrictDueOn, DateOnly DueOn)
{
    internal string Sentence => $"{Terms.Default.All.First(term => term.Code == Term).Name}由{ChineseDates.WithYear(FormerDueOn)}改为{ChineseDates.WithYear(DueOn)}";
}

/// <summary>The two dates of a term (strict and rolled).</summary>
public sealed record DueDates(DateOnly StrictDueOn, DateOnly DueOn)
{
    internal static DueDates Of(DueDate due) => new(due.StrictDueOn, due.DueOn);
}
