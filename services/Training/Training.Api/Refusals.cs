using Xinfang.Law;

namespace Xinfang.Training.Api;

/// <summary>Every reason why an act of training is not performed. The Regulation has no article on exams; where the district set the rule, the sentence says so.</summary>
internal static class Refusals
{
    public static readonly Refusal NotFound = new("training.not-found", "没有这一项。可能地址不对，也可能不归您看。", null, RefusalKind.NotFound);

    // The bank.

    public static readonly Refusal OwnQuestion = new("question.own", "题目要由另一个人审，自己写的自己不能审。", null, RefusalKind.Forbidden);
    public static readonly Refusal NotDraft = new("question.not-draft", "这道题已经审过，不能再改。要改就写一个新版本，旧的自动停用。");
    public static readonly Refusal NotActive = new("question.not-active", "这道题不在用，不能停用。");
    public static readonly Refusal FromLaw = new("question.from-law", "这道题由法规数据自动出，不能手改；规则一变它自己换。", null, RefusalKind.Forbidden);

    // Exams.

    public static readonly Refusal ExamNotDraft = new("exam.not-draft", "考试已经开放，不能再改。要改就另设一场。");
    public static readonly Refusal ExamNotOpen = new("exam.not-open", "这场考试现在不开放。");
    public static readonly Refusal ExamWindow = new("exam.window", "考试的结束要晚于开始，而且还没有过。", null, RefusalKind.Invalid);
    public static readonly Refusal NotInvited = new("exam.not-invited", "这场考试不是给您单位设的。", null, RefusalKind.Forbidden);
    public static readonly Refusal Passed = new("exam.passed", "您已经考过，不用再考。");
    public static readonly Refusal AwaitingMarks = new("exam.awaiting-marks", "上一次的简答题还没有评完，评完以后再看要不要补考。");
    public static readonly Refusal NoAttemptLeft = new("exam.no-attempt-left", "考试次数已经用完（本区设定）。请和培训管理员联系。");
    public static readonly Refusal TimeIsOver = new("exam.time-is-over", "考试时间已经到了，这次作答没有收。之前保存的都在。");
    public static readonly Refusal HandedIn = new("exam.handed-in", "已经交卷，不能再改。");
    public static readonly Refusal ChangedInAnotherTab = new("exam.answer-changed-meanwhile", "这道题刚才在另一个窗口答过，显示的是那里的答案。要改请再选一次。");
    public static readonly Refusal NoSuchAnswer = new("exam.answer", "答案的形式不对，请从列出的选项里选。", null, RefusalKind.Invalid);
    public static readonly Refusal NotShort = new("exam.not-short", "只有简答题由人评分。", null, RefusalKind.Invalid);
    public static readonly Refusal NotHandedIn = new("exam.not-handed-in", "还没有交卷，不能评分。");
    public static readonly Refusal MarkedMeanwhile = new("exam.marked", "这道题已经评过分。");

    public static readonly Refusal NotPassed = new("exam.not-passed", "通过以后才有合格证明。");
    public static readonly Refusal OwnExam = new("exam.own", "自己的答卷要由别人评。", null, RefusalKind.Forbidden);

    public static Refusal TooManyPoints(decimal most) => new("exam.points", $"得分要在0到{most:0.#}之间。", null, RefusalKind.Invalid);

    public static Refusal TooFewQuestions(string line, int wanted, int found) =>
        new("exam.too-few-questions", $"题库里“{line}”的在用题目只有{found}道，不够{wanted}道。请减少题数，或者先补题。", null, RefusalKind.Invalid);
}
