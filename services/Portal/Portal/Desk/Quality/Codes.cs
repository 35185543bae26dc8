namespace Xinfang.Portal.Desk.Quality;

/// <summary>Defect codes as people read them.</summary>
internal static class Codes
{
    /// <summary>What a person of the office may find.</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> OfPeople =
    [
        ("H01", "事实没有查清"), ("H02", "依据不当"), ("H03", "没有回应请求"), ("H04", "程序有缺陷"), ("H05", "说理不充分"), ("H06", "文字不规范"), ("H07", "语气不当"),
    ];

    private static readonly Dictionary<string, string> Names = new(OfPeople.ToDictionary(code => code.Code, code => code.Name), StringComparer.Ordinal)
    {
        ["L01"] = "半角标点", ["L02"] = "全角半角用反", ["L03"] = "括号引号不成对", ["L04"] = "段末没有句号", ["L05"] = "标点重复", ["L06"] = "文号括号不对", ["L07"] = "文号写法不对", ["L08"] = "文号不是这件事的",
        ["L09"] = "日期写法不对", ["L10"] = "年份不一致", ["L11"] = "日期先后不对", ["L12"] = "期限日期不对", ["L13"] = "要素缺失", ["L14"] = "请求和意见对不上", ["L15"] = "救济途径不对", ["L16"] = "复查机关不对",
        ["L17"] = "救济最后一天不对", ["L18"] = "出具机关不对", ["L19"] = "法律引用不对", ["L20"] = "个人信息", ["L21"] = "不该看到的名字", ["L22"] = "别的信访编号", ["L23"] = "和以前的答复相同", ["L24"] = "空没有填", ["L25"] = "空话",
        ["L26"] = "评判人的话", ["L27"] = "数字对不上", ["L28"] = "单位不规范", ["L29"] = "序号不对", ["L30"] = "附件不对", ["L32"] = "标题", ["L34"] = "称呼没有冒号",
    };

    public static string Name(string code) => Names.GetValueOrDefault(code, code);
}
