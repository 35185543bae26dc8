using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>An entry of the duty catalogue (职责目录): what an organ is for, in words that petitioners use.</summary>
public sealed record CatalogueEntry(string Organ, string Name, IReadOnlyList<string> Words);

/// <summary>The words of a petition.</summary>
/// <param name="Subject">What it is about in one sentence; a word here weighs twice.</param>
/// <param name="Rest">Facts and claims.</param>
public sealed record PetitionText(string Subject, string Rest = "")
{
    public bool Has(string word) => Subject.Contains(word, StringComparison.Ordinal) || Rest.Contains(word, StringComparison.Ordinal);

    public int WeightOf(string word) => Subject.Contains(word, StringComparison.Ordinal) ? 2 : 1;
}

/// <summary>A proposal and what speaks for it. A clerk decides (《个人信息保护法》第24条).</summary>
/// <param name="Value">Organ code, category or content code.</param>
/// <param name="Confidence">0 to 1: the share of the found words that speak for this one, dampened while few were found.</param>
/// <param name="InWords">很有把握 from 0.90, 有把握 from 0.60, 拿不准 from 0.30, 不太像 below.</param>
/// <param name="Evidence">The words found in the petition.</param>
/// <param name="Reason">One sentence for the clerk.</param>
public sealed record Proposal(string Value, string Name, double Confidence, string InWords, IReadOnlyList<string> Evidence, string Reason);

/// <summary>What the words of a petition suggest about organ, category and content. Never decides, and finds nothing where no word speaks.</summary>
public static class Proposals
{
    private const int Most = 5;

    private static readonly CatalogueEntry[] Categories =
    [
        new(nameof(Category.Redress), "申诉求决", ["要求", "请求", "赔偿", "补偿", "维修", "解决", "退还", "不服", "拖欠", "返还", "侵害", "影响"]),
        new(nameof(Category.Suggestion), "建议意见", ["建议", "希望能", "提议", "意见", "增设", "延长开放", "完善", "优化", "改进"]),
        new(nameof(Category.Accusation), "检举控告", ["举报", "检举", "控告", "贪污", "受贿", "行贿", "索贿", "回扣", "以权谋私", "滥用职权", "违纪", "吃拿卡要", "包庇"]),
    ];

    private static readonly CatalogueEntry[] Contents =
    [
        new("010000", "农村农业", ["农村", "村委会", "宅基地", "承包地", "农田", "农民"]),
        new("020000", "国土资源", ["征地", "土地", "规划许可", "不动产", "产权证", "房产证"]),
        new("030000", "城乡建设", ["物业", "维修", "管道", "下水", "返水", "漏水", "电梯", "拆迁", "房屋", "违建", "供暖", "供热", "路灯", "停车", "加装"]),
        new("040000", "劳动和社会保障", ["工资", "欠薪", "劳动合同", "社保", "养老金", "退休", "工伤", "就业"]),
        new("050000", "卫生计生", ["医院", "医生", "医疗", "卫生院", "疫苗", "门诊"]),
        new("060000", "教育文体", ["学校", "入学", "学区", "教师", "幼儿园", "培训费", "图书馆", "体育", "健身"]),
        new("070000", "民政", ["低保", "救助", "养老院", "居委会", "残疾", "殡葬", "社区"]),
        new("080000", "政法", ["派出所", "公安", "户口", "身份证", "判决", "法院", "噪音扰民", "打架"]),
        new("090000", "经济管理", ["营业执照", "食品", "价格", "消费", "预付卡", "退款", "假货", "税"]),
        new("100000", "交通运输", ["公交", "地铁", "道路", "红绿灯", "出租车", "共享单车"]),
        new("110000", "商贸旅游", ["商场", "菜市场", "旅行社", "景区", "酒店"]),
        new("120000", "科技与信息产业", ["基站", "宽带", "通信", "网络信号"]),
        new("130000", "环境保护", ["油烟", "噪声", "噪音", "臭味", "污水", "废气", "污染", "垃圾"]),
        new("150000", "组织人事", ["干部", "编制", "录用", "职称"]),
        new("160000", "纪检监察", ["举报", "受贿", "贪污", "违纪", "以权谋私"]),
    ];

    /// <summary>Organs whose duties the petition's words name, best first, then the street of the place.</summary>
    /// <param name="street">The street where it happened, if known.</param>
    public static IReadOnlyList<Proposal> Organs(PetitionText text, CatalogueEntry? street, IEnumerable<CatalogueEntry> catalogue)
    {
        var found = Ranked(text, catalogue, evidence => $"职责目录里有：{string.Join("、", evidence)}。");
        if (street is null || found.Any(proposal => proposal.Value == street.Organ)) return found;
        // Where it happened says who is near, not who is competent: never better than 拿不准.
        var local = new Proposal(street.Organ, street.Name, found.Count == 0 ? 0.45 : 0.30, "拿不准", [], "事情发生在这个街道（属地）。");
        return [.. found.Take(Most - 1), local];
    }

    public static IReadOnlyList<Proposal> CategoriesOf(PetitionText text) => Ranked(text, Categories, evidence => $"文字里有：{string.Join("、", evidence)}。");

    public static IReadOnlyList<Proposal> ContentsOf(PetitionText text) => Ranked(text, Contents, evidence => $"文字里有：{string.Join("、", evidence)}。");

    private static List<Proposal> Ranked(PetitionText text, IEnumerable<CatalogueEntry> entries, Func<IReadOnlyList<string>, string> reason)
    {
        var hits = entries
            .Select(entry => (Entry: entry, Evidence: entry.Words.Where(text.Has).Distinct().ToList()))
            .Where(hit => hit.Evidence.Count > 0)
            .Select(hit => (hit.Entry, hit.Evidence, Weight: hit.Evidence.Sum(text.WeightOf)))
            .ToList();
        var total = hits.Sum(hit => hit.Weight);
        return
        [
            .. hits.Select(hit => Weighed(hit.Entry, hit.Evidence, (double)hit.Weight / total, reason(hit.Evidence)))
                .OrderByDescending(proposal => proposal.Confidence).ThenBy(proposal => proposal.Value, StringComparer.Ordinal)
                .Take(Most),
        ];
    }

    private static Proposal Weighed(CatalogueEntry entry, List<string> evidence, double share, string reason)
    {
        var dampened = 1 - Math.Pow(0.5, evidence.Count + 1);
        var confidence = Math.Round(share * dampened, 2);
        return new Proposal(entry.Organ, entry.Name, confidence, InWords(confidence), evidence, reason);
    }

    /// <summary>很有把握 from 0.90, 有把握 from 0.60, 拿不准 from 0.30, 不太像 below.</summary>
    public static string InWords(double confidence) => confidence switch
    {
        >= 0.90 => "很有把握",
        >= 0.60 => "有把握",
        >= 0.30 => "拿不准",
        _ => "不太像",
    };
}
