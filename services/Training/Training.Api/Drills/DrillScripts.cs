using Xinfang.Law;

namespace Xinfang.Training.Api.Drills;

/// <summary>What a drill is made from: another calendar or other terms make other days.</summary>
/// <param name="Round">Which variant: a person who drills again meets other days and another name.</param>
internal sealed record DrillWorld(LegalCalendar Calendar, TermTable Terms, int Round)
{
    private const int Years = 2, Ahead = 140; // days of the flow; all of them lie in years whose calendar is known

    /// <summary>信访人 of this round. Nobody is called so.</summary>
    public string Petitioner => $"{"甲乙丙丁戊己庚辛"[Round % 8]}某";

    /// <summary>The day of this round among the working days on which it fits.</summary>
    public DateOnly? Day(Func<DateOnly, bool> fits)
    {
        var days = Calendar.Years.Order().TakeLast(Years).SelectMany(year => Enumerable.Range(0, 365).Select(day => new DateOnly(year, 1, 1).AddDays(day)))
            .Where(day => Calendar.IsWorkingDay(day) && !Calendar.IsProvisional(day.AddDays(Ahead)) && fits(day)).ToList();
        return days.Count == 0 ? null : days[Round * 7 % days.Count];
    }

    public DueDate Due(DateOnly from, Term term, string fromEvent) => Calendar.Due(from, Terms.InForce(term.Code, from), fromEvent);
}

/// <summary>演练脚本. Its title tells what came in, never what the trap is.</summary>
/// <param name="Make">Null where the calendar has no day on which the situation comes about.</param>
internal sealed record DrillScript(string Code, string Title, string Competency, string Topic, DrillRole Role, Func<DrillWorld, DrillCase?> Make);

/// <summary>The situations that are drilled: each after a flow that goes wrong in earnest.</summary>
internal static class DrillScripts
{
    private const string Housing = "120104-zjw", Stalls = "120104-cgw", Labour = "120104-rsj", Street = "120104003", Welfare = "120104-mzj", District = "120104", Office = ServiceDefaults.Organs.Organs.Office;

    public static readonly IReadOnlyList<DrillScript> All =
    [
        new("leaking-roof", "屋顶漏水，报修三个月没有结果", "Investigation", "Handling", DrillRole.Organ, LeakingRoof),
        new("stalls-at-school", "学校门口的占道摊", "Acceptance", "Acceptance", DrillRole.Organ, StallsAtSchool),
        new("dismissed", "被公司辞退，要经济补偿", "Roads", "Acceptance", DrillRole.Organ, Dismissed),
        new("before-the-holiday", "放假前收到的一封信", "Terms", "Acceptance", DrillRole.Organ, BeforeTheHoliday),
        new("cracked-wall", "墙裂了，等鉴定", "Terms", "Handling", DrillRole.Organ, CrackedWall),
        new("lift-visit", "六户人家一起来访", "Registration", "Acceptance", DrillRole.Office, LiftVisit),
        new("against-a-judgment", "不服法院判决", "Registration", "Acceptance", DrillRole.Office, AgainstAJudgment),
        new("letter-on-an-official", "反映干部收钱的一封信", "Sealing", "Acceptance", DrillRole.Office, LetterOnAnOfficial),
        new("known-face", "来办事的是熟人", "Sealing", "Handling", DrillRole.Organ, KnownFace),
        new("asking-for-review", "申请复查", "Review", "Handling", DrillRole.ReviewBody, AskingForReview),
    ];

    public static DrillScript? Find(string code) => All.FirstOrDefault(script => script.Code == code);

    private static DrillCase? LeakingRoof(DrillWorld world) => world.Day(day => !world.Due(day, Terms.Notice, "收到").Rolled) is not { } received ? null : new(DrillRole.Organ, Housing, received,
    [
        "您是区住建委的承办人。", $"{ChineseDates.Full(received)}，信访办转来信访人{world.Petitioner}的来信：住的公房屋顶漏水，三个月前向房管站报修，没有人来。", "公房管理和维修归区住建委。信访人要求修好屋顶，并说明为什么没有人来。", "没有诉讼，也没有申请过复议。",
    ], [Housing, Stalls, Street], Housing);

    private static DrillCase? StallsAtSchool(DrillWorld world) => world.Day(day => world.Due(day, Terms.Contest, "收到") is var due && due.DueOn.DayNumber - day.DayNumber > 8) is not { } received ? null : new(DrillRole.Organ, Housing, received,
    [
        "您是区住建委的承办人。", $"{ChineseDates.Full(received)}，信访办转来信访人{world.Petitioner}的来信：学校门口每天下午有占道摊，孩子出不来，要求清理。", "占道经营的管理归区城管委，您单位没有这项职权。", "信就在您桌上，中间有放假。",
    ], [Housing, Stalls, Street], Stalls);

    private static DrillCase? Dismissed(DrillWorld world) => world.Day(day => world.Due(day, Terms.Notice, "收到").Rolled) is not { } received ? null : new(DrillRole.Organ, Labour, received,
    [
        "您是区人社局的承办人。", $"{ChineseDates.Full(received)}，信访办转来信访人{world.Petitioner}的来信：上个月被公司解除劳动合同，公司不给经济补偿金，要求政府让公司给钱。", "信访人和公司有书面劳动合同，没有申请过仲裁，解除劳动合同不到两个月。", "信访人没有说公司还有别的违法行为。",
    ], [Housing, Labour, Street], Labour, StatutoryRoute.Arbitration);

    private static DrillCase? BeforeTheHoliday(DrillWorld world) => world.Day(day => world.Due(day, Terms.Notice, "收到") is { Rolled: true } due && world.Calendar.HolidayOn(due.StrictDueOn) is not null) is not { } received ? null : new(DrillRole.Organ, Street, received,
    [
        "您是兴南街道的承办人。", $"{ChineseDates.Full(received)}，信访办转来信访人{world.Petitioner}的来信：楼道的灯坏了两年，居委会说没有钱，要求修。", "老旧小区楼道灯由街道出资维修，归您单位。", "您手上事多，想用足期限：请算一算，第15天是哪天，最晚能拖到哪天。",
    ], [Housing, Stalls, Street], Street);

    private static DrillCase? CrackedWall(DrillWorld world)
    {
        if (world.Day(day => world.Due(day, Terms.Completion, "受理").Rolled) is not { } accepted) return null;
        var due = world.Due(accepted, Terms.Completion, "受理");
        var evidence = world.Calendar.WorkingDayFrom(due.DueOn.AddDays(12));
        return new(DrillRole.Organ, Housing, accepted,
        [
            "您是区住建委的承办人，从同事手里接过这一件。", $"信访人{world.Petitioner}反映隔壁施工以后自家墙裂了。{ChineseDates.Full(accepted)}已经受理，受理告知书当天送达。陈述还没有听。",
            $"{ChineseDates.Full(due.StrictDueOn.AddDays(-5))}，鉴定机构来电话：鉴定意见要到{ChineseDates.Full(evidence)}才出得来，没有鉴定意见说不清裂缝是怎么来的。",
            $"负责人在外地开会，{ChineseDates.Full(due.DueOn)}才回来，电话和网上批件都可以找到他。",
        ], [Housing, Stalls, Street], Housing, AcceptedOn: accepted, EvidenceOn: evidence);
    }

    private static DrillCase? LiftVisit(DrillWorld world) => world.Day(day => world.Due(day, Terms.Forwarding, "收到").Rolled) is not { } received ? null : new(DrillRole.Office, Office, received,
    [
        "您在区信访办接待窗口。", $"{ChineseDates.Full(received)}，六户人家的六个人一起来，带头的叫{world.Petitioner}：老楼加装电梯停在一半，要求复工。六个人都要进来说。", "加装电梯归区住建委牵头。没有人吵闹，事情也不紧急。",
    ], [Housing, Stalls, Street], Housing, Visitors: 6);

    private static DrillCase? AgainstAJudgment(DrillWorld world) => world.Day(day => !world.Due(day, Terms.Forwarding, "收到").Rolled) is not { } received ? null : new(DrillRole.Office, Office, received,
    [
        "您在区信访办登记窗口。", $"{ChineseDates.Full(received)}，信访人{world.Petitioner}{(world.Round % 2 == 0 ? "一个人来访" : "来了一封信")}：借款官司判他还钱，他说判错了，要求政府管一管法院。", "判决是区法院三个月前作的，信访人没有上诉。",
    ], [Housing, Labour, Street], "120104-fy", Matter: DrillMatter.Litigation, Visitors: world.Round % 2 == 0 ? 1 : 0);

    private static DrillCase? LetterOnAnOfficial(DrillWorld world) => world.Day(day => world.Due(day, Terms.Forwarding, "收到").Rolled) is not { } received ? null : new(DrillRole.Office, Office, received,
    [
        "您在区信访办登记窗口。", $"{ChineseDates.Full(received)}，来了一封署名{world.Petitioner}的信：区城管委一名科长收了摊贩的钱，写了哪天、在哪里、收了多少。", "信里说，请不要让城管委知道是谁写的。",
    ], [Stalls, Housing, Street], ServiceDefaults.Organs.Organs.Discipline, Matter: DrillMatter.Accusation);

    private static DrillCase? KnownFace(DrillWorld world) => world.Day(_ => true) is not { } received ? null : new(DrillRole.Organ, Welfare, received,
    [
        "您是区民政局的承办人。", $"{ChineseDates.Full(received)}，信访办转来信访人{world.Petitioner}的来信：低保被停了，要求恢复。", "您认出来，信访人是您爱人的弟弟。这件事归您单位，材料也齐，办起来不难。",
    ], [Welfare, Housing, Street], Welfare, Related: true);

    private static DrillCase? AskingForReview(DrillWorld world)
    {
        if (world.Day(day => world.Due(day, Terms.ReviewRequest, "收到意见书").Rolled) is not { } served) return null;
        var due = world.Due(served, Terms.ReviewRequest, "收到意见书");
        // Every other round one working day too late.
        var asked = world.Round % 2 == 0 ? due.DueOn : world.Calendar.WorkingDayFrom(due.DueOn.AddDays(1));
        return new(DrillRole.ReviewBody, District, asked,
        [
            "您在区政府办理复查。", $"信访人{world.Petitioner}不服区住建委的处理意见书，{ChineseDates.Full(asked)}当面递交复查申请。", $"送达回证上写的收到日期是{ChineseDates.Full(served)}。", "住建委的人说：第30天早就过了，不用理他。",
        ], [District, Housing, Street], District, OpinionReceivedOn: served);
    }
}
