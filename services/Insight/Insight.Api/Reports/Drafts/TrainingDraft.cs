using System.Globalization;

namespace Xinfang.Insight.Api.Reports.Drafts;

/// <summary>R-6 培训年度情况: sessions, exams, coaching by the hand and the year's hours. Organs with fewer than five people are not listed by themselves.</summary>
internal static class TrainingDraft
{
    public static ReportText Of(int year, FrozenTraining told) => new(
        $"南开区信访办{year}年培训情况报告",
        $"根据《信访工作条例》第十六条的规定，现将{year}年信访业务培训情况报告如下：",
        [
            new("一、培训场次和人次", [Courses(year, told.Courses), ReportParagraph.ToWrite("courses.content", "写主要讲了什么、谁来讲、市信访办指导了什么", hint: "从培训场次页取")]),
            new("二、考试情况", [Exams(year, told)]),
            new("三、结对帮带情况", [Coaching(told), ReportParagraph.ToWrite("coaching.effect", "写帮带以后办理质量有没有变化；样本少、看不出变化的，照实写", hint: "从培训需求页取前后90日的数")]),
            new("四、年度学时情况", [Hours(told)]),
            new("五、存在的问题和下一年度安排", [ReportParagraph.ToWrite("plans", "写培训存在的问题，下一年度怎么安排")]),
        ]);

    /// <summary>The sessions in a sentence; null where none was held.</summary>
    public static string? CoursesOf(int year, IReadOnlyList<FrozenCourses> courses) => courses.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture,
        $"{year}年办结培训{courses.Sum(mode => mode.Count)}场，计{courses.Sum(mode => mode.HourTenths) / 10m:0.#}学时，签到{courses.Sum(mode => mode.Attendance)}人次。");

    /// <summary>The exams in a sentence; null where no result is told.</summary>
    public static string? ExamsOf(int year, FrozenTraining told)
    {
        var (people, passed) = (told.Sat.Sum(organ => organ.People), told.Sat.Sum(organ => organ.Passed));
        return told.Sat.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{year}年结束考试{told.Exams}次，参加{people}人次，合格{passed}人次，合格率{Numbers.Percent(passed, people)}。");
    }

    /// <summary>Coaching in a sentence; null where there was none.</summary>
    public static string? CoachingOf(FrozenTraining told) => told.Started + told.Ended == 0 ? null : string.Create(CultureInfo.InvariantCulture,
        $"新开始结对帮带{told.Started}项，涉及{told.Coached}个单位；结束{told.Ended}项，上门{told.Visits}次，共{told.Minutes}分钟。");

    private static ReportParagraph Courses(int year, IReadOnlyList<FrozenCourses> courses) => CoursesOf(year, courses) is not { } known
        ? ReportParagraph.ToWrite("courses", "系统里没有这一年办结的培训，写办了几场、多少人次")
        : new("courses", ParagraphKind.Figures, known, Table: new("表1　各种学习方式", ["方式", "场次", "学时", "人次"],
            [.. courses.Select(mode => Row(ModeOf(mode.Mode), mode.Count, mode.HourTenths, mode.Attendance)), Row("合计", courses.Sum(mode => mode.Count), courses.Sum(mode => mode.HourTenths), courses.Sum(mode => mode.Attendance))]));

    private static ReportParagraph Exams(int year, FrozenTraining told) => ExamsOf(year, told) is not { } known
        ? ReportParagraph.ToWrite("exams", "系统里没有这一年的考试结果，写考了几次、多少人参加、多少人合格")
        : new("exams", ParagraphKind.Figures, $"{known}参加考试不到5人的单位不单独列出，也没有算在里面。", Table: new("表2　各单位考试情况", ["单位", "参加人次", "合格人次", "合格率"],
            [.. told.Sat.Select(organ => (IReadOnlyList<string>)[organ.Name, Tables.Number(organ.People), Tables.Number(organ.Passed), Numbers.Percent(organ.Passed, organ.People)])]));

    private static ReportParagraph Coaching(FrozenTraining told) =>
        CoachingOf(told) is { } known ? new("coaching", ParagraphKind.Figures, known) : ReportParagraph.ToWrite("coaching", "系统里没有这一年的结对帮带，写帮了哪些单位，几次");

    // No finding may also mean that nobody has looked yet: then a person says so.
    private static ReportParagraph Hours(FrozenTraining told) => told.BehindOrgans == 0
        ? ReportParagraph.ToWrite("hours", "写年度学时达标的人数和没有达标的人数", hint: "数在培训的学时页")
        : new("hours", ParagraphKind.Figures, string.Create(CultureInfo.InvariantCulture, $"年度学时没有达标的有{told.BehindPeople}人，在{told.BehindOrgans}个单位。不到5人的单位没有算在里面。"));

    private static IReadOnlyList<string> Row(string name, int count, int tenths, int attendance) => [name, Tables.Number(count), (tenths / 10m).ToString("0.#", CultureInfo.InvariantCulture), Tables.Number(attendance)];

    private static string ModeOf(string code) => code switch { "Group" => "理论学习中心组", "Class" => "集中学习", "Online" => "网上平台", _ => code };
}
