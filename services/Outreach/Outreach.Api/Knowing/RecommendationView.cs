using System.Globalization;
using Xinfang.Outreach.Api.Catalogue;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Knowing;

/// <summary>A recommendation with its figures, and in words.</summary>
/// <param name="Category">Code; its name is Intake's.</param>
/// <param name="Theme">What is to be taught.</param>
/// <param name="Figures">The figures that speak for it, in sentences.</param>
internal sealed record RecommendationView(
    Guid Id, string Signal, string Street, string StreetName, string Category, DateOnly WindowFrom, DateOnly WindowUntil, int Count, int Among, int ElsewhereCount, int ElsewhereAmong,
    double Expected, double Ratio, double Low, double High, double FalseShare, int? YearBefore, string Theme, IReadOnlyList<string> Figures, IReadOnlyList<string> Forms, IReadOnlyList<string> FormNames,
    string Audience, string AudienceName, string? Partner, string? PartnerName, string Place, string Status, string StatusText, Guid? ActivityId, string? Reason, DateOnly FoundOn, DateOnly? DecidedOn, IReadOnlyList<ActView> Acts)
{
    private static readonly (string Act, string Label, string Route)[] Routes = [("Take", "采纳，起草活动", "adoption"), ("Drop", "不采纳", "dropping")];

    public static RecommendationView Of(Recommendation r, CurrentCaller caller)
    {
        var street = Organs.Find(r.Street)?.ShortName ?? r.Street;
        return new(r.Id, r.Signal.ToString(), r.Street, street, r.Category, r.WindowFrom, r.WindowUntil.AddDays(-1), r.Count, r.Among, r.ElsewhereCount, r.ElsewhereAmong, r.Expected, r.Ratio, r.Low, r.High, r.FalseShare,
            r.YearBefore, ThemeOf(r.Signal), Speak(r, street), r.Forms, [.. r.Forms.Select(Catalogue.Forms.NameOf)], r.Audience, Audiences.NameOf(r.Audience), r.Partner, Organs.Find(r.Partner)?.ShortName,
            $"{street}的社区党群服务中心", r.Status.ToString(), Recommendation.Words(r.Status), r.ActivityId, r.Reason, r.FoundOn, r.DecidedOn,
            [.. Routes.Select(each => ActView.Of(each.Act, each.Label, $"/recommendations/{r.Id}/{each.Route}", r.Refuses(caller))).Where(each => each.Open)]);
    }

    public static string ThemeOf(Signal signal) => signal switch
    {
        Knowing.Signal.Many => "这类事依法怎么办、该找谁、多久有答复",
        Knowing.Signal.Repeated => "处理意见怎么看，不服怎么申请复查、复核",
        _ => "我该找谁：诉讼、仲裁、行政复议和信访各管什么",
    };

    private static List<string> Speak(Recommendation r, string street)
    {
        var what = r.Signal switch { Knowing.Signal.Many => "这一类的新事项", Knowing.Signal.Repeated => "这一类里的重复信访", _ => "这一类里走错路的（不予受理或者导入其他渠道）" };
        var whole = r.Signal is Knowing.Signal.Many ? "全部新事项" : "这一类";
        var period = $"{r.WindowFrom.Year}年{r.WindowFrom.Month}月到{r.WindowUntil.AddDays(-1).Month}月";
        List<string> lines =
        [
            $"{period}，{street}{what}{N(r.Count)}件，占当地{whole}{N(r.Among)}件的{P(r.Count, r.Among)}。",
            $"同一时期其他街道合计{N(r.ElsewhereCount)}件，占{N(r.ElsewhereAmong)}件的{P(r.ElsewhereCount, r.ElsewhereAmong)}。按全区比例，当地应有{D(r.Expected)}件。",
            $"当地的比例是其他街道的{D(r.Ratio)}倍，95%的把握在{D(r.Low)}倍到{D(r.High)}倍之间。",
            r.FalseShare < 0.001 ? "这样找出来的，碰巧的不到千分之一。" : $"这样找出来的，碰巧的估计不超过{(r.FalseShare * 100).ToString("0.0", CultureInfo.InvariantCulture)}%。",
        ];
        if (r.YearBefore is { } before) lines.Add($"上一年同样的月份，当地是{N(before)}件。");
        return lines;
    }

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string D(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);

    private static string P(int part, int whole) => whole == 0 ? "—" : (100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
