namespace Xinfang.Intake.Domain;

/// <summary>
/// 内容分类, first level: the 17 names in general use. The pattern is 2+2+2 digits with 990000 for 其他; the national codes of the
/// others are not published, so the first two digits here are this office's own.
/// </summary>
public static class ContentCodes
{
    /// <summary>何处也不归.</summary>
    public const string Other = "990000";

    /// <summary>Code and name, in the order of the list.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
    [
        ("010000", "农村农业"), ("020000", "国土资源"), ("030000", "城乡建设"), ("040000", "劳动和社会保障"), ("050000", "卫生计生"),
        ("060000", "教育文体"), ("070000", "民政"), ("080000", "政法"), ("090000", "经济管理"), ("100000", "交通运输"),
        ("110000", "商贸旅游"), ("120000", "科技与信息产业"), ("130000", "环境保护"), ("140000", "党务政务"), ("150000", "组织人事"),
        ("160000", "纪检监察"), (Other, "其他"),
    ];
}
