using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Insight.Api.Measures;

/// <summary>The words people read for the codes in the events.</summary>
internal static class Names
{
    /// <summary>内容分类, first level, as Intake has it; an architecture test keeps both equal.</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> Contents =
    [
        ("010000", "农村农业"), ("020000", "国土资源"), ("030000", "城乡建设"), ("040000", "劳动和社会保障"), ("050000", "卫生计生"),
        ("060000", "教育文体"), ("070000", "民政"), ("080000", "政法"), ("090000", "经济管理"), ("100000", "交通运输"),
        ("110000", "商贸旅游"), ("120000", "科技与信息产业"), ("130000", "环境保护"), ("140000", "党务政务"), ("150000", "组织人事"),
        ("160000", "纪检监察"), ("990000", "其他"),
    ];

    private static readonly IReadOnlyList<(string Code, string Name)> Channels = [("Online", "网上"), ("Letter", "来信"), ("Phone", "电话"), ("Fax", "传真"), ("Visit", "走访")];

    private static readonly IReadOnlyList<(string Code, string Name)> Categories = [("Suggestion", "建议意见"), ("Accusation", "检举控告"), ("Redress", "申诉求决")];

    /// <summary>Name of a value; what is empty is said to be.</summary>
    public static string Of(Dimension dimension, string value) => dimension switch
    {
        _ when value.Length == 0 => dimension is Dimension.Organ ? "未转送交办" : dimension is Dimension.Street ? "没有写明街道" : "未分类",
        Dimension.Organ or Dimension.Street => Organs.Find(value)?.ShortName ?? value,
        Dimension.Channel => Find(Channels, value),
        Dimension.Category => Find(Categories, value),
        _ => Find(Contents, value),
    };

    public static bool Knows(Dimension dimension, string value) => dimension switch
    {
        Dimension.Organ => Organs.Find(value) is not null,
        Dimension.Street => Organs.Streets.Any(street => street.Code == value),
        Dimension.Channel => Channels.Any(each => each.Code == value),
        Dimension.Category => Categories.Any(each => each.Code == value),
        _ => Contents.Any(each => each.Code == value),
    };

    private static string Find(IReadOnlyList<(string Code, string Name)> names, string value) => names.FirstOrDefault(each => each.Code == value).Name ?? value;
}
