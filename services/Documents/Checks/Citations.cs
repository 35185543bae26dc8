using System.Text.RegularExpressions;

namespace Xinfang.Documents.Checks;

/// <summary>A law as citations are checked against it.</summary>
/// <param name="Name">Without 中华人民共和国.</param>
/// <param name="Articles">Number of its last article; null where it is not kept here.</param>
/// <param name="From">First day in force of this version.</param>
/// <param name="Until">Last day in force; null: in force.</param>
/// <param name="Instead">What has replaced it.</param>
internal sealed record KnownLaw(string Name, int? Articles = null, DateOnly? From = null, DateOnly? Until = null, string? Instead = null);

/// <summary>L19: laws and articles that exist and are in force.</summary>
internal static partial class Citations
{
    private static readonly DateOnly CivilCode = new(2021, 1, 1);

    private static readonly Dictionary<string, KnownLaw> Laws = new KnownLaw[]
    {
        new("信访工作条例", 50, new(2022, 5, 1)), new("信访条例", Until: new(2022, 4, 30), Instead: "《信访工作条例》"),
        new("民法典", 1260, CivilCode), new("合同法", Until: CivilCode.AddDays(-1), Instead: "《民法典》"), new("物权法", Until: CivilCode.AddDays(-1), Instead: "《民法典》"),
        new("侵权责任法", Until: CivilCode.AddDays(-1), Instead: "《民法典》"), new("婚姻法", Until: CivilCode.AddDays(-1), Instead: "《民法典》"), new("继承法", Until: CivilCode.AddDays(-1), Instead: "《民法典》"),
        new("民法总则", Until: CivilCode.AddDays(-1), Instead: "《民法典》"), new("民法通则", Until: CivilCode.AddDays(-1), Instead: "《民法典》"), new("担保法", Until: CivilCode.AddDays(-1), Instead: "《民法典》"),
        new("民事诉讼法", 306), new("行政诉讼法", 103), new("行政复议法", 90), new("行政处罚法", 86), new("行政许可法", 83), new("行政强制法", 71), new("国家赔偿法", 42),
        new("劳动法", 107), new("劳动合同法", 98), new("劳动争议调解仲裁法", 54), new("社会保险法", 98), new("工伤保险条例", 67), new("失业保险条例", 33), new("保障农民工工资支付条例", 64), new("劳动保障监察条例", 36),
        new("物业管理条例", 67), new("城市房地产管理法", 73), new("土地管理法", 87), new("城乡规划法", 70), new("国有土地上房屋征收与补偿条例", 35, new(2011, 1, 21)),
        new("城市房屋拆迁管理条例", Until: new(2011, 1, 20), Instead: "《国有土地上房屋征收与补偿条例》"),
        new("治安管理处罚法"), new("人民调解法", 35), new("消费者权益保护法", 63), new("食品安全法", 154), new("产品质量法", 74), new("环境保护法", 70), new("噪声污染防治法", 90, new(2022, 6, 5)),
        new("环境噪声污染防治法", Until: new(2022, 6, 4), Instead: "《噪声污染防治法》"), new("大气污染防治法", 129), new("水污染防治法", 103), new("固体废物污染环境防治法", 126), new("道路交通安全法", 124), new("消防法"),
        new("教育法", 86), new("义务教育法", 63), new("民办教育促进法"), new("未成年人保护法", 132), new("老年人权益保障法"), new("残疾人保障法"), new("妇女权益保障法", 86), new("社会救助暂行办法"),
        new("城市居民最低生活保障条例", 17), new("政府信息公开条例", 56), new("城市居民委员会组织法", 23), new("村民委员会组织法", 41), new("公务员法", 113), new("监察法"), new("中国共产党纪律处分条例"),
        new("退役军人保障法", 85), new("法治宣传教育法", 65, new(2025, 11, 1)), new("人民法院组织法"), new("电子签名法"), new("个人信息保护法", 74), new("宪法", 143), new("刑法", 452), new("刑事诉讼法", 308), new("仲裁法"),
        new("城市市容和环境卫生管理条例"), new("建筑法"), new("建设工程质量管理条例", 82), new("住宅室内装饰装修管理办法", 48), new("医疗保障基金使用监督管理条例", 50),
    }.ToDictionary(law => law.Name, StringComparer.Ordinal);

    public static IEnumerable<Finding> Check(CheckedDocument document)
    {
        foreach (var (number, paragraph) in Linter.Own(document))
        {
            foreach (Match match in Cited().Matches(paragraph.Text))
            {
                var name = match.Groups["name"].Value.Replace("中华人民共和国", "", StringComparison.Ordinal);
                if (name == "条例") name = "信访工作条例";
                if (match.Groups["arabic"].Success)
                    yield return Finding(Severity.Warning, $"“{match.Value}”的条款用中文数字，例如第三十二条。");
                if (!Laws.TryGetValue(name, out var law))
                {
                    if (LooksLikeLaw().IsMatch(name) && !name.StartsWith("天津市", StringComparison.Ordinal))
                        yield return Finding(Severity.Warning, $"没有核对到《{name}》，请确认名称和是否有效。");
                    continue;
                }
                if (law.Until is { } until && document.Today > until) yield return Finding(Severity.Error, $"《{name}》已经失效，改用{law.Instead}。");
                else if (law.From is { } from && document.Today < from) yield return Finding(Severity.Error, $"《{name}》还没有施行。");
                else if (law.Articles is { } last && match.Groups["article"].Success && NumberOf(match.Groups["article"].Value) is var article && (article < 1 || article > last))
                    yield return Finding(Severity.Error, $"《{name}》没有第{match.Groups["article"].Value}条，最后一条是第{Law.ChineseNumerals.Of(last)}条。");

                Finding Finding(Severity severity, string message) => new("L19", severity, number, match.Index, match.Value, message);
            }
        }
    }

    /// <summary>一千一百六十五 → 1165; 0 for what is no number.</summary>
    internal static int NumberOf(string text)
    {
        var (sum, digit) = (0, 0);
        foreach (var letter in text)
        {
            var place = letter switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (place > 0) { sum += (digit == 0 ? 1 : digit) * place; digit = 0; }
            else if ("零一二三四五六七八九".IndexOf(letter, StringComparison.Ordinal) is >= 0 and var value) digit = value;
            else return 0;
        }
        return sum + digit;
    }

    [GeneratedRegex(@"《(?<name>[^《》]{2,40})》(?:第(?:(?<article>[零一二三四五六七八九十百千]+)|(?<arabic>\d+))条)?")]
    private static partial Regex Cited();

    [GeneratedRegex("(法|典|条例|规定|办法|细则|准则|规则)$")]
    private static partial Regex LooksLikeLaw();
}
