using System.Globalization;

namespace Xinfang.Load;

/// <summary>A query with its answer known: by what was planted, and by plain looking into every text as it was written.</summary>
/// <param name="Kind">What it tries: planted, and, phrase, frequent …</param>
/// <param name="Body">The body of the request.</param>
internal sealed record Question(string Kind, object Body, Func<Written, bool> IsAnswer);

/// <summary>A petition that the tool writes. Made-up people in made-up places.</summary>
internal sealed record Written(
    int N, Guid Id, DateOnly ReceivedOn, string Name, string Phone, string IdNumber, string Street, string Place, string Subject, string Facts, string Claim, string Channel, string? Category, string? Organ, string Status)
{
    /// <summary>Whether the words stand in one of its texts.</summary>
    public bool Has(string word) =>
        Facts.Contains(word, StringComparison.Ordinal) || Subject.Contains(word, StringComparison.Ordinal) || Place.Contains(word, StringComparison.Ordinal) || Claim.Contains(word, StringComparison.Ordinal);
}

/// <summary>What is planted among the petitions, and the test set that asks for it.</summary>
internal static class SearchQuestions
{
    // Made-up names of things; each stands in as many petitions as its number says, spread over all years.
    private static readonly (string Word, int Every)[] Planted =
    [
        ("玄虚塔吊", 400_000), ("琉璃岔井盖", 250_000), ("瓢虫牌电梯", 180_000), ("蓝鲸湾泵站", 120_000), ("鹦鹉螺广场", 90_000), ("锦鲤河暗渠", 70_000),
        ("麒麟巷早市", 50_000), ("橄榄坡垃圾站", 30_000), ("羚羊角路灯", 20_000), ("琥珀楼加装", 12_000), ("苜蓿地块", 8_000), ("犀牛墩桥洞", 5_000),
    ];

    private static readonly string[] Places = ["翡翠渡北门", "珊瑚里七号楼", "葫芦嘴菜场", "蜻蜓湖栈道"];

    /// <summary>What the n-th petition has besides its drawn text: in the subject, in the facts, as its place.</summary>
    public static (string Subject, string Facts, string? Place) Of(int n)
    {
        var (subject, facts, place) = ("", "", (string?)null);
        foreach (var (word, every) in Planted)
            if (n % every == every / 2) (subject, facts) = n / every % 2 == 0 ? (subject, facts + "，" + word + "问题") : (subject + word, facts);
        if (n % 9_000 == 17) facts += "，砗磲馆旁边的蛐蛐音箱太吵";
        if (n % 9_000 == 18) facts += "，砗磲馆关门了"; // one word of two
        if (n % 9_000 == 19) facts += "，蛐蛐音箱坏了";
        if (n % 7_000 == 23) facts += "，鸢尾花房漏雨";
        if (n % 7_000 == 24) facts += "，鸢尾，尾花，花房，房漏，漏雨"; // its parts, apart
        if (n % 7_000 == 25) facts += "，花房漏雨鸢尾";
        if (n % 6_000 == 29) facts += "，型号XQ7731的表";
        if (n % 6_000 == 30) facts += "，型号XQ77315的表"; // another word
        if (n % 6_000 == 31) facts += "，住在９３７１号楼";
        if (n % 6_000 == 32) facts += "，住在19371号楼";
        if (n % 11_000 == 37) facts += "，鐵樹園區停電";
        if (n % 2_500 == 41) place = Places[n / 2_500 % Places.Length];
        return (subject, facts, place);
    }

    public static List<Question> All(IReadOnlyList<string> words)
    {
        List<Question> all = [];
        foreach (var (word, _) in Planted) Add("planted", new { text = word }, w => w.Has(word));
        foreach (var (word, _) in Planted.TakeLast(4)) Add("planted and street", new { text = word, street = "120104003" }, w => w.Street == "120104003" && w.Has(word));
        foreach (var (word, _) in Planted.TakeLast(4)) Add("planted and days", new { text = word, from = "2024-01-01", to = "2024-12-31" }, w => w.ReceivedOn.Year == 2024 && w.Has(word));
        foreach (var (word, _) in Planted.TakeLast(3)) Add("planted and organ", new { text = word, organ = "120104-zjw" }, w => w.Organ == "120104-zjw" && w.Has(word));
        foreach (var (word, _) in Planted.TakeLast(3)) Add("planted and state", new { text = word, state = "Completed", channel = "Letter" }, w => w.Status == "Completed" && w.Channel == "Letter" && w.Has(word));
        Add("and", new { text = "砗磲馆 蛐蛐音箱" }, w => w.Has("砗磲馆") && w.Has("蛐蛐音箱"));
        Add("and", new { text = "蛐蛐音箱 砗磲馆 旁边" }, w => w.Has("砗磲馆") && w.Has("蛐蛐音箱") && w.Has("旁边"));
        Add("phrase", new { text = "鸢尾花房漏雨" }, w => w.Has("鸢尾花房漏雨"));
        Add("phrase", new { text = "“鸢尾 花房 漏雨”" }, w => w.Has("鸢尾花房漏雨"));
        Add("phrase", new { text = "花房漏雨鸢尾" }, w => w.Has("花房漏雨鸢尾"));
        Add("latin", new { text = "XQ7731" }, w => w.Has("XQ7731的"));
        Add("latin", new { text = "ｘｑ7731" }, w => w.Has("XQ7731的"));
        Add("latin", new { text = "型号XQ77315" }, w => w.Has("型号XQ77315"));
        Add("number", new { text = "9371号楼" }, w => w.Has("９３７１号楼"));
        Add("number", new { text = "19371号楼" }, w => w.Has("19371号楼"));
        Add("traditional", new { text = "铁树园区停电" }, w => w.Has("鐵樹園區停電"));
        Add("traditional", new { text = "鐵樹園區" }, w => w.Has("鐵樹園區"));
        foreach (var place in Places) Add("place", new { place }, w => w.Place == place);
        foreach (var place in Places.Take(3)) Add("place and category", new { place, category = "Suggestion" }, w => w.Place == place && w.Category == "Suggestion");
        foreach (var person in new[] { 123, 4_567, 89_012 })
        {
            var (name, phone, identity) = PersonOf(person);
            Add("person by phone", new { phone, purpose = "Handling" }, w => w.Phone == phone);
            Add("person by identity", new { idNumber = identity, purpose = "Handling" }, w => w.IdNumber == identity);
            Add("person by name and street", new { name, street = "120104006", purpose = "Handling" }, w => w.Name == name && w.Street == "120104006");
            Add("part of a phone number", new { text = phone[^6..] }, w => w.Has(phone[^6..]));
        }
        foreach (var word in (string[])["独角兽车站漏水", "凤凰涅槃公交卡", "二郎神牌净水器", "XQ0000000", "龙王庙码头充电宝"]) Add("nothing", new { text = word }, w => w.Has(word));
        Add("nothing", new { text = "玄虚塔吊", street = "120104012", category = "Accusation" }, _ => false);
        foreach (var rank in (int[])[2, 10, 40, 150, 600, 2_500, 8_000, 20_000])
            if (rank < words.Count && words[rank] is var word) Add("frequent", new { text = word }, w => w.Has(word));
        foreach (var (a, b) in ((int, int)[])[(20, 60), (100, 300), (50, 1_500), (400, 900)])
            if (b < words.Count && (words[a], words[b]) is var (one, two)) Add("frequent and", new { text = $"{one} {two}" }, w => w.Has(one) && w.Has(two));
        return all;

        void Add(string kind, object body, Func<Written, bool> isAnswer) => all.Add(new(kind, body, isAnswer));
    }

    /// <summary>The n-th made-up person.</summary>
    public static (string Name, string Phone, string IdNumber) PersonOf(int n)
    {
        const string family = "甄贾伊巴仉佴亓闾逄鲜", given = "试验虚构假设样例甲乙丙丁戊己庚辛";
        return ($"{family[n % family.Length]}{given[n / 10 % given.Length]}{given[n / 160 % given.Length]}",
            "1300" + (n % 10_000_000).ToString("0000000", CultureInfo.InvariantCulture), $"120104{1950 + n % 50}0101{n / 50 % 10_000:0000}");
    }
}
