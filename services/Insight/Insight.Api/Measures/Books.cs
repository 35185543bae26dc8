namespace Xinfang.Insight.Api.Measures;

/// <summary>What is counted of petitions and of the organs' turns with them. The handbook's formulas (7.6) are made of these.</summary>
internal static class Books
{
    /// <summary>一次性化解: not again within so many days of its completion (K-06, policy of the district).</summary>
    public const int QuietDays = 90;

    private static readonly string Again = $"exists (select 1 from petition_fact later where later.repeat and later.repeat_of = f.petition_id and later.received_on <= f.completed_on + {QuietDays})";

    public static readonly Book Petitions = new("petition", "petition_fact",
    [
        new("petitions", "件次", "true"),
        new("first", "初次", "not repeat"),
        new("repeats", "重复", "repeat"),
        new("echoes", "反映同一事件", "echo"),
        new("urgent", "重大紧急", "urgent"),
        new("closed", "已办结或已答复", "closed"),
        new("open", "在办", "not closed"),
        new("completed", "办结", "completed_on is not null"),
        new("routed", "已转送交办或答复", "routed_on is not null"),
        new("served", "意见已送达", "served_on is not null"),
        new("withdrawn", "撤回", "withdrawn_on is not null"),
        new("online", "网上提出", "channel = 'Online'"),
        new("visits", "走访", "channel = 'Visit'"),
        new("office-in-time", "按期转送交办", "routed_on <= forward_due_on"),
        new("office-late", "超期转送交办", "routed_on > forward_due_on"),
        new("office-overdue", "超期未转送交办", "routed_on is null and not closed and forward_due_on < @today"),
        new("accepted", "受理", "accepted_on is not null"),
        new("declined", "不予受理", "declined_on is not null and accepted_on is null"),
        new("answered-in-time", "按期答复", "decided_on is not null and decided_in_time"),
        new("answered-late", "超期答复", "decided_on is not null and not decided_in_time"),
        new("unanswered-overdue", "超期未答复", "accepted_on is not null and decided_on is null and not closed and due_on < @today"),
        new("unanswered-open", "未到期未答复", "accepted_on is not null and decided_on is null and not closed and due_on >= @today"),
        new("rated", "已评价", "rated_on is not null"),
        new("unrated-overdue", "超期未评价", "rated_on is null and rating_due_on < @today"),
        new("office-rated", "评价信访部门", "office_score is not null"),
        new("office-content", "对信访部门满意和基本满意", "office_score in ('Satisfied', 'FairlySatisfied')"),
        new("organ-rated", "评价责任单位", "organ_score is not null"),
        new("organ-content", "对责任单位满意和基本满意", "organ_score in ('Satisfied', 'FairlySatisfied')"),
        new("first-quiet-judged", $"初次件办结满{QuietDays}日", $"not repeat and completed_on + {QuietDays} < @today"),
        new("first-quiet", $"初次件办结{QuietDays}日内没有再访", $"not repeat and completed_on + {QuietDays} < @today and not {Again}"),
        new("first-accepted", "受理的初次件", "not repeat and accepted_on is not null"),
        new("first-accept-days", "初次件受理用日", "case when not repeat then accepted_on - received_on end", Sums: true),
        new("first-answered", "答复的初次件", "not repeat and decided_on is not null"),
        new("first-answer-days", "初次件答复用日", "case when not repeat then decided_on - received_on end", Sums: true),
        new("first-contacted", "联系了信访人的初次件", "not repeat and accepted_on is not null and contacted_on is not null"),
        new("supervised", "督办", "supervisions", Sums: true),
        new("supervised-closed", "督办已结", "supervisions_closed", Sums: true),
        new("supervised-in-time", "督办按期结", "supervisions_closed_in_time", Sums: true),
        new("proposals", "三项建议", "proposals", Sums: true),
        new("proposals-answered", "三项建议已反馈", "proposals_answered", Sums: true),
        new("proposals-in-time", "三项建议按期反馈", "proposals_answered_in_time", Sums: true),
        new("proposals-adopted", "三项建议采纳", "proposals_adopted", Sums: true),
        new("simple", "简易办理", "simple and not simple_left"),
        new("simple-answered", "简易办理已答复", "simple and not simple_left and decided_on is not null"),
        new("simple-in-time", "简易办理按期答复", "simple and not simple_left and decided_on is not null and decided_in_time"),
        new("mediated", "调解结束", "mediation in ('Agreed', 'Failed')"),
        new("mediated-agreed", "调解达成协议", "mediation = 'Agreed'"),
        new("reviews", "复查", "review in ('Uphold', 'Change', 'RevokeAndRedo')"),
        new("reviews-upheld", "复查维持", "review = 'Uphold'"),
        new("rechecks", "复核", "recheck in ('Uphold', 'Change', 'RevokeAndRedo')"),
        new("rechecks-upheld", "复核维持", "recheck = 'Uphold'"),
        new("opinions", "出具意见", "decided_on is not null and mediation is distinct from 'Agreed'"),
        new("opinions-sound", "意见没有缺陷", "decided_on is not null and mediation is distinct from 'Agreed' and defects = 0"),
        new("publishable", "可以公开的", "completed_on is not null and not sealed"),
        new("published", "已公开答复", "completed_on is not null and not sealed and published_on is not null"),
        new("closed-nearby", "在社区街道办结", "completed_on is not null and closing_level in ('Community', 'Street')"),
        new("closed-levelled", "记了办结层级", "completed_on is not null and closing_level is not null"),
        new("completion-days", "办结用日", "completed_on - received_on", Sums: true),
        new("enforced", "支持事项已执行", "enforcement_done", Sums: true),
        new("enforcement-left", "支持事项待执行", "enforcement_left", Sums: true),
        new("chases", "催办", "chases", Sums: true),
        .. Cohorts.Days.SelectMany(days => (IEnumerable<Counter>)
        [
            new($"cohort-{days}", $"初次件收到满{days}日", $"not repeat and received_on + {days} < @today"),
            new($"unseen-{days}", $"初次件收到后{days}日内没有再访", $"not repeat and received_on + {days} < @today and not exists (select 1 from petition_fact later where later.repeat and later.repeat_of = f.petition_id and later.received_on <= f.received_on + {days})"),
        ]),
    ]);

    public static readonly Book Rounds = new("round", "round_fact",
    [
        new("rounds", "转送交办", "true"),
        new("assigned", "交办", "assigned"),
        new("notice-in-time", "按期告知", "noticed_on <= notice_due_on"),
        new("notice-late", "超期告知", "noticed_on > notice_due_on"),
        new("notice-overdue", "超期未告知", "noticed_on is null and not ended and notice_due_on < @today"),
        new("contested", "提出异议", "contested_on is not null"),
        new("contest-agreed", "异议成立", "contest_agreed"),
    ]);

    public static readonly IReadOnlyList<Book> All = [Petitions, Rounds];

    /// <summary>Of all formulas: cells counted by others are not read.</summary>
    public static readonly string Version = string.Concat(All.Select(book => book.Formulas));

    public static Book? Holding(string counter) => All.FirstOrDefault(book => book.Has(counter));
}
