namespace Xinfang.Outreach.Api.Library;

/// <summary>What a text is.</summary>
internal enum MaterialKind
{
    /// <summary>条文解读.</summary>
    Explanation,

    /// <summary>问答.</summary>
    Answers,

    /// <summary>匿名案例.</summary>
    CaseStory,

    /// <summary>办事指南.</summary>
    Procedure,
}

/// <summary>How far a version is.</summary>
internal enum MaterialState
{
    /// <summary>起草: may be changed.</summary>
    Draft,

    /// <summary>待初审.</summary>
    Submitted,

    /// <summary>待复审: one person has found it good.</summary>
    Checked,

    /// <summary>已发布, by a second person; never changed again.</summary>
    Released,
}

/// <summary>A word of a list that texts are found by.</summary>
internal sealed record Named(string Code, string Name);

/// <summary>The lists a writer chooses from and a reader filters by.</summary>
internal static class Vocabulary
{
    public static readonly IReadOnlyList<Named> Kinds =
        [new(nameof(MaterialKind.Explanation), "条文解读"), new(nameof(MaterialKind.Answers), "问答"), new(nameof(MaterialKind.CaseStory), "匿名案例"), new(nameof(MaterialKind.Procedure), "办事指南")];

    public static readonly IReadOnlyList<Named> Topics =
    [
        new("Filing", "怎样提出"), new("Roads", "走哪条路"), new("Terms", "多久有答复"), new("Visits", "来访"), new("Opinion", "处理意见"), new("Review", "复查复核"),
        new("Accusation", "检举控告"), new("Suggestion", "建议意见"), new("Mediation", "调解和解"), new("Order", "秩序和责任"), new("Help", "困难帮扶"),
    ];

    public static readonly IReadOnlyList<Named> Audiences =
    [
        new("Everyone", "所有人"), new("Residents", "社区居民"), new("Workers", "职工和务工人员"), new("Elderly", "老年人"), new("Students", "学生"), new("Businesses", "企业"), new("Officials", "机关干部"),
    ];

    public static string NameOf(IReadOnlyList<Named> list, string code) => list.FirstOrDefault(each => each.Code == code)?.Name ?? code;
}
