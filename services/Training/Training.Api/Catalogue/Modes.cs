namespace Xinfang.Training.Api.Catalogue;

/// <summary>A mode of study (学习方式).</summary>
internal sealed record Mode(string Code, string Name);

/// <summary>The three modes that the office's yearly report names.</summary>
internal static class Modes
{
    public static readonly IReadOnlyList<Mode> All = [new("Group", "理论学习中心组"), new("Class", "集中学习"), new("Online", "网上平台")];
}

/// <summary>培训形式.</summary>
internal static class Forms
{
    public static readonly IReadOnlyList<Mode> All =
    [
        new("Expert", "专题培训"), new("PointToPoint", "点对点"), new("FaceToFace", "面对面"), new("Round", "轮训"), new("CaseTeaching", "以案代训"), new("Shadowing", "跟班"), new("Exchange", "业务交流"), new("Study", "集体学习"),
    ];
}
