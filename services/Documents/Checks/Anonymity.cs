using System.Text.RegularExpressions;

namespace Xinfang.Documents.Checks;

/// <summary>
/// What points at a person in a text that everybody shall read (《政府信息公开条例》第十五条; 个人信息保护法 art. 4): numbers of people, cards, plates and
/// petitions, telephones, addresses down to the house, and names after the word for who they are. It finds forms, not meaning: a second person
/// reads every text before it is released.
/// </summary>
public static partial class Anonymity
{
    private static readonly (string What, string Instead, Regex Form)[] Forms =
    [
        ("身份证号", "（身份证号略）", Identity()), ("手机号", "（电话略）", Mobile()), ("电话号码", "（电话略）", Telephone()), ("银行卡号", "（卡号略）", Card()),
        ("车牌号", "（车牌略）", Plate()), ("信访编号", "（编号略）", Petition()), ("电子邮箱", "（邮箱略）", Mail()), ("门牌住址", "某处", Address()), ("人名", "某某", Name()),
    ];

    /// <summary>The kinds of personal data found, each once, in the order of the table; empty when the text has none.</summary>
    public static IReadOnlyList<string> Find(params string?[] texts) =>
        [.. Forms.Where(form => texts.Any(text => text is not null && form.Form.IsMatch(text))).Select(form => form.What)];

    /// <summary>The text with everything found left out; finding again finds nothing.</summary>
    public static string Mask(string text)
    {
        foreach (var (_, instead, form) in Forms) text = form.Replace(text, instead);
        return text;
    }

    [GeneratedRegex(@"(?<!\d)\d{17}[\dXx](?!\d)")]
    private static partial Regex Identity();

    [GeneratedRegex(@"(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<!\d)0\d{2,3}[ -]?\d{4} ?\d{3,4}(?!\d)")]
    private static partial Regex Telephone();

    [GeneratedRegex(@"(?<!\d)\d{15,19}(?!\d)")]
    private static partial Regex Card();

    [GeneratedRegex("[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-Z][·]?[A-Z0-9]{5,6}")]
    private static partial Regex Plate();

    [GeneratedRegex(@"(?<!\d)\d{6}-\d{8}-\d{4,}")]
    private static partial Regex Petition();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[\w.-]+")]
    private static partial Regex Mail();

    // 12号楼3单元501室, 3-2-501, 501室, 鞍山西道12号. A street or an estate alone names nobody.
    [GeneratedRegex(@"\d+(?:号|栋|幢|座)楼?\s*\d+(?:单元|门)(?:\s*\d+(?:室|号|户))?|(?<![\d-])\d{1,3}-\d{1,2}-\d{2,4}(?![\d-])|\d{1,4}(?:单元|门)\s*\d{2,4}(?:室|号|户)?|(?<!第)\d{2,4}室|(?<=[路街道里巷])\d{1,4}号(?!线|令)")]
    private static partial Regex Address();

    // A common surname and one or two more characters after the word for who somebody is; 张某, 李先生 and 王女士 are no names.
    [GeneratedRegex(@"(?<=(?:信访人|申请人|投诉人|举报人|反映人|当事人|业主|住户|居民|职工|邻居|姓名)[：:为是系]?)[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文](?![某先女老])[\p{IsCJKUnifiedIdeographs}]{1,2}(?=[，。、；：（）的和与向在提说反于,;. ]|$)")]
    private static partial Regex Name();
}
