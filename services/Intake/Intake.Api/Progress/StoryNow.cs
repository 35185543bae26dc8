using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using static Xinfang.Law.ChineseDates;

namespace Xinfang.Intake.Api.Progress;

/// <summary>The one step that is now, and those to come. A day named here is the rolled one: people are promised DueOn.</summary>
internal static class StoryNow
{
    public static IEnumerable<StepView> Steps(Situation of) => of.Stage switch
    {
        Stage.Registered or Stage.Classified => [Routing(of), Next("notice", "该管的单位告诉您受理不受理", "它收到后15日内", PetitionRegulations.Notice), Opinion(of), Rights(of)],
        Stage.Returned => [RoutingAgain(of), Next("notice", "该管的单位告诉您受理不受理", "它收到后15日内", PetitionRegulations.Notice), Opinion(of), Rights(of)],
        Stage.Disputed => [Coordinating(of), Next("notice", "该管的单位告诉您受理不受理", "它收到后15日内", PetitionRegulations.Notice), Opinion(of), Rights(of)],
        Stage.Forwarded or Stage.Assigned => [Waiting(of), Next("notice", $"{of.Organ}告诉您受理不受理", "它收到后15日内", PetitionRegulations.Notice), Opinion(of), Rights(of)],
        Stage.Received when of.Notice is { } notice => [Notice(of, notice), Opinion(of), Rights(of)],
        Stage.Received => [OwnRules(of)],
        Stage.Contested => [Contest(of), Opinion(of), Rights(of)],
        Stage.Accepted when of.Completion is { } completion => [Handling(of, completion), ServiceNext(of), Rights(of)],
        Stage.Mediating when of.Completion is { } completion => [Mediating(of, completion), ServiceNext(of), Rights(of)],
        Stage.Settled when of.Agreed is { } agreed => [Performing(of, agreed)],
        Stage.Decided when of.Service is { } service => [Service(of, service), Rights(of)],
        Stage.Served or Stage.Completed when of.ReviewRequest is { } review && of.Now.Date <= review.DueOn => [Choosing(of, review), Archive(review)],
        Stage.Served or Stage.Completed when of.IsSuggestion => StorySuggestion.Now(of),
        Stage.Reviewing or Stage.Reviewed => StoryReview.Now(of),
        _ => [],
    };

    private static StepView Routing(Situation of) => Now(of, "routing", "现在：看您的材料，找该管的单位", of.Forwarding,
        $"到时您会收到：转送告知，写明转给哪个单位、为什么。",
        $"如果到{MonthDay(of.Forwarding.DueOn)}还没有转：从{MonthDay(of.Forwarding.DueOn.AddDays(1))}起算超期，本页写明超了几天。您可以打{Names.OfficePhone}催，上级机关必须责令改正。",
        $"{PetitionRegulations.Forwarding.Short}、{PetitionRegulations.OfficeLiability.Provision}");

    private static StepView RoutingAgain(Situation of) => new("routing", "现在：重新找该管的单位", StepState.Now,
        Text: $"{of.Organ}把材料都退回了。到时您会收到：新的转送告知。",
        IfNot: $"如果一直没有消息：您可以打{Names.OfficePhone}催。", Basis: PetitionRegulations.Contest.Short);

    private static StepView Coordinating(Situation of) => new("dispute", "现在：协调由哪个单位办", StepState.Now,
        Text: "先由几个单位协商；协商不成，由它们共同的上一级决定，或者由联席会议协调。定下来会告诉您是哪个单位。",
        IfNot: $"如果到{MonthDay(of.Forwarding.DueOn)}还没有转：从{MonthDay(of.Forwarding.DueOn.AddDays(1))}起您可以催办。", DueOn: of.Forwarding.DueOn, Basis: PetitionRegulations.JurisdictionDispute.Short);

    private static StepView Waiting(Situation of) => new("waiting", $"现在：等{of.Organ}收到", StepState.Now,
        Text: "材料在系统里直接送达，一般当天就能收到。", IfNot: $"如果第二天还没有收到：您可以打{Names.OfficePhone}问。", Basis: PetitionRegulations.Forwarding.Short);

    private static StepView Notice(Situation of, DueDate due) => Now(of, "notice", $"现在：{of.Organ}看材料，决定受理不受理", due,
        "到时您会收到：书面告知。受理的，写明受理日和最晚哪天答复；不归信访办的，写明该找谁、到哪天。",
        $"如果到{MonthDay(due.DueOn)}还没有收到：从{MonthDay(due.DueOn.AddDays(1))}起算超期，{Names.Office}必须督办。",
        $"{PetitionRegulations.Notice.Short}、{PetitionRegulations.Supervision.Provision}");

    private static StepView OwnRules(Situation of) => new("handling", $"现在：{of.Organ}按自己的规定办理", StepState.Now,
        Text: "您反映的材料只有它能看到，每次查阅都有记录。", Basis: $"{PetitionRegulations.OwnNoticeRules.Short}、{PetitionRegulations.Accusation.Provision}");

    private static StepView Contest(Situation of) => new("contest", $"现在：{Names.Office}核实归谁管", StepState.Now,
        Text: $"核实后有两种结果：仍由{of.Organ}办，或者收回，转给该管的单位。两种都会告诉您。",
        IfNot: of.Notice is { } due ? $"核实的时候，{of.Organ}告知您的最后一天（{MonthDay(due.DueOn)}）不往后推。" : null,
        DueOn: of.Notice?.DueOn, Basis: PetitionRegulations.Contest.Short);

    private static StepView Handling(Situation of, DueDate due)
    {
        var claims = of.Petition.ClaimCount;
        var left = Terms.Extension.Days - of.Extended.Sum(told => told.Days);
        var paper = of.IsSuggestion
            ? "到时您会收到：书面答复，写明采纳不采纳、为什么。"
            : $"到时您会收到：《信访处理意见书》。您的{claims}项请求，每一项都写明支持不支持、为什么、依据哪一条。";
        var extension = left > 0 && of.Now.Date <= due.StrictDueOn
            ? $"可能会延期：情况复杂的，经单位负责人批准最多再延{left}日，必须在{MonthDay(due.StrictDueOn)}前书面告诉您理由。"
            : "";
        return Now(of, "handling", of.IsSuggestion ? "现在：研究您的建议" : "现在：核对事实，写处理意见", due, paper + extension,
            $"如果到{MonthDay(due.DueOn)}还没有收到：从{MonthDay(due.DueOn.AddDays(1))}起算超期，{Names.Office}必须督办。",
            of.IsSuggestion
                ? $"{PetitionRegulations.Suggestion.Short}、{PetitionRegulations.Supervision.Provision}"
                : $"{PetitionRegulations.Hearing.Short}、{PetitionRegulations.Opinion.Provision}、{PetitionRegulations.Completion.Provision}、{PetitionRegulations.Supervision.Provision}",
            of.Hearing is { } hearing ? $"{MonthDay(hearing.HeldOn)}听证，到时请参加。" : of.Claimed is null ? null : "经办人已经接手。");
    }

    private static StepView Mediating(Situation of, DueDate due) => Now(of, "mediation", $"现在：{Story.Kind(of.Mediating!.Kind)}", due,
        "谈成的，写成协议或者记录下来，双方照着做。",
        $"如果没有谈成：{of.Organ}接着办理，最后一天（{MonthDay(due.DueOn)}）不往后推。", $"{PetitionRegulations.Mediation.Short}、{PetitionRegulations.Completion.Provision}");

    private static StepView Performing(Situation of, MediationAgreed agreed) => new("performance", "现在：等对方履行协议", StepState.Now,
        Text: $"最晚{Full(agreed.PerformDueOn)}。", IfNot: $"如果到{MonthDay(agreed.PerformDueOn)}还没有履行：您可以打{Names.OfficePhone}催，{of.Organ}和{Names.Office}会盯着。",
        DueOn: agreed.PerformDueOn, Basis: PetitionRegulations.Mediation.Short);

    private static StepView Service(Situation of, DueDate due) => Now(of, "service", $"现在：把{(of.IsSuggestion ? "答复" : "意见书")}送到您手上", due,
        of.Petition.ElectronicService ? "您选的是网上送达，到了本页就能看。" : "寄给您或者当面交给您。",
        $"如果到{MonthDay(due.DueOn)}还没有收到：您可以打{Names.OfficePhone}问。", $"{PetitionRegulations.Review.Short}；送达期限为本区设定");

    private static StepView Choosing(Situation of, DueDate review) => Now(of, "rights", "现在：等您决定", review,
        $"同意，不用做什么。觉得不对，可以请上一级重新看（复查）：在本页就能申请，也可以写在纸上，连同意见书交给{ReviewBody(of)}。",
        $"如果到{MonthDay(review.DueOn)}没有申请：过了这天，复查机关可以不受理。", PetitionRegulations.Review.Short);

    private static StepView Archive(DueDate review) => new("archive", $"{MonthDay(review.DueOn)}后没有申请复查，本件归档", StepState.Next, Text: "支持的请求继续盯到落实。",
        Basis: PetitionRegulations.Enforcement.Short);

    private static StepView Opinion(Situation of) => Next("opinion", $"给您{of.Opinion}", "受理后60日内；复杂的最多再延30日", PetitionRegulations.Completion);

    private static StepView ServiceNext(Situation of) => new("service", $"把{(of.IsSuggestion ? "答复" : "意见书")}送到您手上", StepState.Next,
        Text: of.Petition.ElectronicService ? "您选的是网上送达，本页就能看。" : "寄给您或者当面交给您。",
        Note: $"作出后{Terms.ServiceOfOpinion.Length}内，为本区设定。", Basis: PetitionRegulations.Review.Short);

    private static StepView Rights(Situation of) => of.IsSuggestion
        ? new("rights", "您来评价", StepState.Next, Text: "收到答复之日起30日内。", Basis: PetitionRegulations.Rating.Short)
        : new("rights", "您来评价；不满意可以申请复查", StepState.Next, Text: "收到意见书之日起30日内。", Basis: $"{PetitionRegulations.Rating.Short}、{PetitionRegulations.Review.Provision}");

    private static StepView Next(string key, string title, string when, Article basis) => new(key, title, StepState.Next, Text: $"{when}。", Basis: basis.Short);

    private static StepView Now(Situation of, string key, string title, DueDate due, string text, string ifNot, string basis, string? note = null)
    {
        var today = of.Now.Date;
        var standing = today > due.DueOn ? $"超{-due.RemainingDays(today)}天"
            : due.Term.Kind is DayKind.Calendar ? $"已办{due.UsedDays(today)}天，共{due.Days}天"
            : $"已办{due.UsedDays(today)}个工作日，共{due.Days}个工作日";
        var reminded = of.Facts.All<TermOverdue>(of.Petition.Organ).LastOrDefault(told => told.DueOn == due.DueOn) is { } told
            ? $"{MonthDay(Moment.DateIn(told.NoticedAt))}已提醒{of.Organ}和{Names.Office}。"
            : null;
        return new(key, title, StepState.Now, Text: text, Late: standing, Note: string.Concat(note, reminded) is { Length: > 0 } line ? line : null,
            Basis: basis, DueOn: due.DueOn, IfNot: ifNot);
    }

    private static string ReviewBody(Situation of) => of.Served?.ReviewBody is { } body ? Names.Of(body) : "上一级机关";
}
