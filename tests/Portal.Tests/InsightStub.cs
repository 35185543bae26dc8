using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Xinfang.Portal.Tests;

/// <summary>Insight as it answers. Every figure is made up; an organ has about a tenth of the district's.</summary>
internal static class InsightStub
{
    private const string Root = "/desk/insight", Leader = "120104-xfb/Lead", Head = "120104-xfb/Oversee", Organ = "120104-zjw/Head", Administrator = "120104-xfb/Administer", Days = "from=2026-01-01&until=2026-05-01";

    public static readonly Place[] Places =
    [
        new("insight", $"{Root}?{Days}", Leader), new("insight-head", $"{Root}?{Days}&organ=120104-zjw", Head), new("insight-organ", $"{Root}?{Days}", Organ), new("insight-none", $"{Root}?period=chosen&first=2020-01&last=2020-03", Leader),
        new("insight-measures", $"{Root}/measures?{Days}", Leader), new("insight-measures-organ", $"{Root}/measures?{Days}", Organ),
        new("insight-measure", $"{Root}/measures/K-03?{Days}", Leader), new("insight-measure-days", $"{Root}/measures/K-09b?{Days}&by=Street", Head), new("insight-measure-count", $"{Root}/measures/K-00?{Days}&by=Content", Organ), new("insight-measure-few", $"{Root}/measures/K-15b?{Days}&by=Channel", Organ), new("insight-measure-missing", $"{Root}/measures/K-99", Leader),
        new("insight-petitions", $"{Root}/petitions?{Days}&counter=unanswered-overdue", Head), new("insight-petitions-street", $"{Root}/petitions?{Days}&counter=repeats&street=120104005&channel=Online", Organ), new("insight-petitions-none", $"{Root}/petitions?{Days}&counter=withdrawn", Leader),
        new("insight-counts", $"{Root}/counts?{Days}&by=Street", Head), new("insight-counts-organ", $"{Root}/counts?{Days}&by=Category", Organ), new("insight-refused", $"{Root}/counts?from=2026-04-01&until=2026-03-01", Leader),
        new("insight-rebuilding", $"{Root}/rebuilding", Administrator), new("insight-exports", $"{Root}/exports", Head), new("insight-exports-none", $"{Root}/exports?after=next-page", "120104-xfb/Audit"),
    ];

    private static readonly Dictionary<string, long> Counters = """
        petitions 713 first 624 repeats 89 echoes 41 urgent 6 closed 531 open 182 completed 512 routed 704 served 497 withdrawn 3 online 342 visits 131
        office-in-time 702 office-late 2 office-overdue 9 accepted 618 declined 37 answered-in-time 492 answered-late 12 unanswered-overdue 8 unanswered-open 106 rated 425 unrated-overdue 86
        office-rated 425 office-content 401 organ-rated 425 organ-content 388 first-quiet-judged 318 first-quiet 259 first-accepted 541 first-accept-days 3246 first-answered 446 first-answer-days 14271 first-contacted 498
        supervised 11 supervised-closed 7 supervised-in-time 6 proposals 4 proposals-answered 3 proposals-in-time 3 proposals-adopted 2 simple 92 simple-answered 71 simple-in-time 70 mediated 24 mediated-agreed 17
        reviews 4 reviews-upheld 3 rechecks 0 rechecks-upheld 0 opinions 504 opinions-sound 452 publishable 486 published 133 closed-nearby 203 closed-levelled 389
        rounds 731 assigned 12 notice-in-time 655 notice-late 7 notice-overdue 3 contested 29 contest-agreed 22
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2).ToDictionary(pair => pair[0], pair => long.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    // Code, name, kind, higher is better, part, all, formula, what it rests on, the period before and the year before (shares in thousandths, means in tenths of days).
    private static readonly string[] Catalogue =
    [
        "K-00|信访件次|Count||petitions||登记的信访事项，一件一次|《信访工作条例》第四十一条|698|734",
        "K-01|及时受理率（信访部门）|Share|+|office-in-time|office-in-time office-late office-overdue|15日内转送交办的 ÷（15日内＋超期＋超期还没有转送交办的）；没到期又没有办的不算|《信访工作条例》第二十二条|979|981",
        "K-02|及时受理率（责任单位）|Share|+|notice-in-time|notice-in-time notice-late notice-overdue|15日内告知受理或者不予受理的 ÷（15日内＋超期＋超期没有告知的）；异议成立退回的不算|《信访工作条例》第二十三条|988|975",
        "K-03|按期答复率|Share|+|answered-in-time|answered-in-time answered-late unanswered-overdue|期限内出具意见的 ÷（按期＋超期＋超期没有答复的）；没到期又没有答复的不算|《信访工作条例》第三十四条|972|943",
        "K-04|群众参评率|Share||rated|rated unrated-overdue|已评价 ÷（已评价＋送达满30日没有评价的）|《信访工作条例》第二十一条|811|790",
        "K-05a|群众满意率（信访部门）|Share|+|office-content|office-rated|（满意＋基本满意）÷ 已评价；没有评价的不当作满意|《信访工作条例》第二十一条|938|921",
        "K-05b|群众满意率（责任单位）|Share|+|organ-content|organ-rated|（满意＋基本满意）÷ 已评价；没有评价的不当作满意|《信访工作条例》第二十一条|905|896",
        "K-06|初次信访事项一次性化解率|Share|+|first-quiet|first-quiet-judged|初次件办结后90日没有再访的 ÷ 办结满90日的初次件|区里规定；国家口径没有公布|803|794",
        "K-07|重复信访率|Share|-|repeats|petitions|重复件次 ÷ 总件次；重复由人确认|各地信访统计的通行口径|131|148",
        "K-08|退回率|Share|-|contest-agreed|rounds|异议成立的 ÷（转送＋交办）|《信访工作条例》第二十三条|28|37",
        "K-09b|初次件平均答复周期|Mean|-|first-answer-days|first-answered|从收到到出具意见的天数，初次件平均|各地信访统计的通行口径|335|361",
        "K-12a|督办件数|Count||supervised||发出督办的次数|《信访工作条例》第四十条|9|14",
        "K-12b|督办按期率|Share|+|supervised-in-time|supervised|期限内办结的督办 ÷ 督办|《信访工作条例》第四十条|500|571",
        "K-12c|三项建议采纳率|Share|+|proposals-adopted|proposals-answered|采纳和部分采纳的 ÷ 已反馈的|《信访工作条例》第四十条|667|500",
        "K-12d|三项建议按期反馈率|Share|+|proposals-in-time|proposals|按期书面反馈的 ÷ 提出的|《信访工作条例》第四十条|1000|800",
        "K-15a|复查维持率|Share||reviews-upheld|reviews|维持的 ÷ 作出复查意见的|《信访工作条例》第三十五条|800|667",
        "K-15b|复核维持率|Share||rechecks-upheld|rechecks|维持的 ÷ 作出复核意见的|《信访工作条例》第三十六条||",
        "K-17|文书规范率|Share|+|opinions-sound|opinions|送检没有缺陷的意见书 ÷ 出具的意见书|《信访工作条例》第三十二条|881|842",
        "S-25|就近化解率|Share|+|closed-nearby|closed-levelled|在社区、街道办结的 ÷ 记了办结层级的|《信访工作条例》第十五条|509|477",
    ];

    private static readonly (string Value, string Name, long Count)[] Streets =
    [
        ("120104005", "万兴街道", 83), ("120104001", "长虹街道", 68), ("120104009", "王顶堤街道", 57), ("120104012", "华苑街道", 49), ("120104008", "嘉陵道街道", 44), ("120104007", "向阳路街道", 41),
        ("120104004", "广开街道", 39), ("120104003", "兴南街道", 36), ("120104006", "学府街道", 31), ("120104002", "鼓楼街道", 27), ("120104011", "体育中心街道", 24), ("120104010", "水上公园街道", 18), ("", "没有写明街道", 196),
    ];

    private static readonly (string Value, string Name, long Count)[] Others =
    [
        ("030000", "城乡建设", 241), ("040000", "劳动和社会保障", 132), ("060000", "教育文体", 77), ("130000", "环境保护", 64), ("070000", "民政", 41), ("080000", "政法", 29), ("990000", "其他", 129),
    ];

    public static void Map(WebApplication app, JsonSerializerOptions json)
    {
        const string root = "/api/insight";
        IResult Json(object value) => Results.Json(value, json);
        app.MapGet(root + "/measures", (HttpRequest request) => Json(Measures(request)));
        app.MapGet(root + "/measures/{measure}/months", (string measure, DateOnly from, DateOnly until, HttpRequest request) => Json(new { code = measure, name = measure, kind = Line(measure)[2], points = Points(Line(measure), from, until, Scale(request)) }));
        app.MapGet(root + "/measures/{measure}/ranking", (string measure, string by, HttpRequest request) => Json(new { code = measure, name = measure, by, from = "2026-01-01", until = "2026-05-01", minimum = 20, lines = Ranked(Line(measure), by, Scale(request)) }));
        app.MapGet(root + "/counts", (string by, DateOnly from, DateOnly until, HttpRequest request) => from >= until
            ? Results.Json(new { title = "有填得不对的地方。", status = 400, errors = new { until = new[] { "结束那天要在开始之后；结束那天不算在内。" } } }, json, "application/problem+json", 400)
            : Json(Counts(by, from, Scale(request))));
        app.MapGet(root + "/cohorts", (DateOnly from, HttpRequest request) => Json(new { months = Enumerable.Range(0, from.Year < 2025 ? 0 : 16).Select(month => Cohort(from.AddMonths(month), (150 + (7 * month % 40)) / Scale(request), 15 - month)) }));
        app.MapGet(root + "/petitions", (string? counter, string? after) => Json(new { items = counter == "withdrawn" ? [] : Enumerable.Range(after is null ? 0 : 5, 5).Select(Item).ToArray(), next = after is null && counter != "withdrawn" ? "next-page" : null }));
        app.MapGet(root + "/exports", (string? after) => Json(new { items = after is null ? Exported : [], next = (string?)null }));
        app.MapPost(root + "/exports/{name}", (string name) => Results.File("指标,名称\r\n"u8.ToArray(), name.EndsWith(".csv", StringComparison.Ordinal) ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name));
        app.MapGet(root + "/rebuilding", (HttpRequest request) => Json(Rebuilding(false)));
        app.MapPost(root + "/rebuilding", () => Results.Json(Rebuilding(true), json, statusCode: 202));
    }

    private static readonly object[] Exported =
    [
        new { id = Guid.CreateVersion7(), at = "2026-04-17T01:20:00Z", account = "leader", byName = "区信访办", what = "counts.xlsx", detail = "Street", from = "2026-01-01", until = "2026-04-01", basis = "Received", scopeName = "全区", rows = 13 },
        new { id = Guid.CreateVersion7(), at = "2026-04-16T07:05:00Z", account = "120104-zjw.head", byName = "区住建委", what = "petitions.csv", detail = "unanswered-overdue", from = "2026-03-01", until = "2026-04-01", basis = "Exchanged", scopeName = "区住建委", rows = 8 },
        new { id = Guid.CreateVersion7(), at = "2026-04-15T02:00:00Z", account = "supervisor", byName = "区信访办", what = "measures.csv", detail = "", from = "2026-01-01", until = "2026-04-01", basis = "Received", scopeName = "全区", rows = 25 },
    ];

    private static object Rebuilding(bool running) => new { running, petitions = running ? 4000 : 12873, begunAt = "2026-04-17T00:10:00Z", endedAt = running ? null : "2026-04-17T00:12:40Z", failed = running ? (bool?)null : false };

    private static long Scale(HttpRequest request) => PortalHost.OrganOf(request) is "120104-zjw" || request.Query["organ"].Count > 0 ? 9 : request.Query["from"].ToString().StartsWith("2020", StringComparison.Ordinal) ? 1_000_000 : 1;

    private static string[] Line(string measure) => (Catalogue.FirstOrDefault(line => line.StartsWith(measure + "|", StringComparison.Ordinal)) ?? Catalogue[0]).Split('|');

    private static string[] Words(string counters) => counters.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static object Measures(HttpRequest request)
    {
        var scale = Scale(request);
        return new
        {
            from = request.Query["from"].ToString(), until = request.Query["until"].ToString(), basis = "Received", organ = scale == 9 ? "120104-zjw" : null, scopeName = scale == 9 ? "区住建委" : "全区", countedAt = "2026-04-17T00:00:00Z",
            rows = Catalogue.Select(line => line.Split('|')).Select(line => Row(line, scale)), counters = Counters.ToDictionary(pair => pair.Key, pair => pair.Value / scale),
        };
    }

    private static object Row(string[] line, long scale)
    {
        var (part, all) = (Words(line[4]).Sum(counter => Counters[counter] / scale), line[2] == "Count" ? 1 : Words(line[5]).Sum(counter => Counters[counter] / scale));
        var (number, interval) = (Number(line[2], part, all), Interval(line[2], part, all));
        return new
        {
            code = line[0], name = line[1], kind = line[2], formula = line[6], article = line[7], higherIsBetter = line[3] switch { "+" => true, "-" => false, _ => (bool?)null }, part, all, number, value = Write(line[2], number),
            low = interval?.Low, high = interval?.High, before = Other(line, line[8], scale), yearBefore = Other(line, line[9], scale), partCounters = Words(line[4]), allCounters = Words(line[5]),
        };
    }

    private static object Other(string[] line, string earlier, long scale)
    {
        double? number = double.TryParse(earlier, CultureInfo.InvariantCulture, out var parsed) ? line[2] switch { "Share" => parsed / 1000, "Mean" => parsed / 10, _ => Math.Floor(parsed / scale) } : null;
        return new { number, value = Write(line[2], number) };
    }

    private static double? Number(string kind, long part, long all) => kind == "Count" ? part : all == 0 ? null : (double)part / all;

    private static string Write(string kind, double? number) => number is not { } value ? "—" : kind switch { "Share" => string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.0}%"), "Mean" => string.Create(CultureInfo.InvariantCulture, $"{value:0.0}天"), _ => string.Create(CultureInfo.InvariantCulture, $"{value:0}件") };

    private static (double Low, double High)? Interval(string kind, long part, long all)
    {
        if (kind != "Share" || all == 0) return null;
        var (share, z) = ((double)part / all, 1.96);
        var (middle, half, whole) = (share + (z * z / (2 * all)), z * Math.Sqrt((share * (1 - share) / all) + (z * z / (4d * all * all))), 1 + (z * z / all));
        return ((middle - half) / whole, (middle + half) / whole);
    }

    private static IEnumerable<object> Points(string[] line, DateOnly from, DateOnly until, long scale)
    {
        int[] now = [212, 198, 231, 224, 240, 226, 218, 209, 251, 238, 224, 219], before = [188, 176, 205, 241, 233, 219, 226, 214, 243, 252, 239, 231];
        for (var (month, place) = (from, 0); month < until; (month, place) = (month.AddMonths(1), (place + 1) % 12))
        {
            var count = line[2] == "Count";
            var all = count ? 1 : line[0] == "K-15b" ? 0 : now[place] / (3 * scale);
            var part = count ? now[place] / scale : line[2] == "Mean" ? all * (26 + (place * 5 % 9)) : all - (all * (place * 7 % 11) / 100);
            var (number, earlier) = (Number(line[2], part, all), line[2] switch { "Count" => before[place] / scale, "Mean" => 31 + (place % 5), _ => all == 0 ? (double?)null : 0.93 + (place % 4 / 100d) });
            yield return new { month, part, all, number, value = Write(line[2], number), yearBefore = earlier, yearBeforeValue = Write(line[2], earlier) };
        }
    }

    private static IEnumerable<object> Ranked(string[] line, string by, long scale)
    {
        if (line[0] == "K-15b") yield break;
        var place = 0;
        var of = by switch
        {
            "Street" => Streets, "Content" => Others, "Channel" => Channels,
            _ => [("120104-zjw", "区住建委", 171L), ("120104-rsj", "区人社局", 96), ("120104-jyj", "区教育局", 61), ("120104005", "万兴街道", 44), ("120104-cgw", "区城管委", 39), ("120104001", "长虹街道", 24), ("120104010", "水上公园街道", 6)],
        };
        foreach (var (value, name, cases) in of.Where(each => each.Item1.Length > 0))
        {
            var all = cases / scale;
            if (all == 0) continue;
            var part = line[2] switch { "Count" => all, "Mean" => all * (28 + (place * 3)), _ => all - (all * place * 2 / 100) - (all < 10 ? 1 : 0) };
            var (number, interval, enough) = (Number(line[2], part, line[2] == "Count" ? 1 : all), Interval(line[2], part, all), all >= 20);
            yield return new { value, name, place = enough && line[3].Length > 0 ? (int?)++place : null, part, all = line[2] == "Count" ? 1 : all, number, text = Write(line[2], number), low = interval?.Low, high = interval?.High, enough };
        }
    }

    private static readonly (string Value, string Name, long Count)[] Channels = [("Online", "网上", 342), ("Letter", "来信", 148), ("Visit", "走访", 131), ("Phone", "电话", 88), ("Fax", "传真", 4)];

    private static object Counts(string by, DateOnly from, long scale)
    {
        var rows = by switch { "Street" => Streets, "Channel" => Channels, "Category" => [("Redress", "申诉求决", 601L), ("Suggestion", "建议意见", 81), ("Accusation", "检举控告", 31)], _ => Others };
        var counted = rows.Select((row, place) => (row.Value, row.Name, Count: (row.Count - (from.Year < 2026 ? (place * 5 % 17) - 4 : 0)) / scale)).Where(row => row.Count > 0).ToList();
        return new { by, from, until = from.AddMonths(4), basis = "Received", petitions = counted.Sum(row => row.Count), rows = counted.Select(row => new { value = row.Value, name = row.Name, petitions = row.Count, first = row.Count - (row.Count / 8), repeats = row.Count / 8, closed = row.Count * 3 / 4, overdue = row.Count / 50 }) };
    }

    private static object Cohort(DateOnly month, long first, int ago) => new
    {
        of = month, first,
        shares = new[] { 30, 90, 180 }.Select(days => (days, all: ago * 30 > days ? first : 0)).Select(each => new { each.days, unseen = each.all - (each.all * each.days / 900), each.all, number = each.all == 0 ? (double?)null : 1 - (each.days / 900d) }),
    };

    private static object Item(int place) => new
    {
        id = place == 0 ? Story.Id : new Guid($"019cb000-0000-7000-8000-0000000006{place:00}"), number = $"120104-202603{place + 2:00}-00{place + 11}", receivedOn = $"2026-03-{place + 2:00}", organ = place == 3 ? null : "120104-zjw", organName = place == 3 ? "未转送交办" : "区住建委",
        street = place == 2 ? null : "120104005", streetName = place == 2 ? "没有写明街道" : "万兴街道", content = "030000", contentName = "城乡建设", channel = place % 2 == 0 ? "Online" : "Visit", dueOn = place == 3 ? null : $"2026-05-{place + 11:00}", repeat = place == 1, closed = place == 4,
    };
}
