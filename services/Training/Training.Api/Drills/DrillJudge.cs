using System.Globalization;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Training.Api.Drills;

/// <summary>
/// 演练评分: what had to be done by whom until when is decided by the engine that the services run on — terms, calendar, roads, routing table — and never written by
/// an author. The same steps always have the same result.
/// </summary>
internal static class DrillJudge
{
    private sealed record Law(LegalCalendar Calendar, TermTable Terms)
    {
        public DueDate Due(DateOnly from, Term term, string fromEvent, int extension = 0) => Calendar.Due(from, Terms.InForce(term.Code, from), fromEvent, extension);
    }

    /// <summary>The drill as the table of article 22 sees it.</summary>
    public static RoutingLine Chosen(DrillCase drill)
    {
        Answered If(bool holds) => holds ? Answered.Yes("案情这样说") : Answered.No("案情没有说");
        var (street, redress) = (Organs.Find(drill.Competent)?.Kind is OrganKind.Street, drill.Matter is DrillMatter.Redress);
        return RoutingTable.Evaluate(new(drill.Visitors > 0, If(false), If(false), If(false), If(drill.Matter is DrillMatter.Litigation), If(drill.Matter is DrillMatter.Accusation),
            If(false), If(false), If(false), If(redress && !street), If(redress && street), If(false), If(false))).Single(line => line.Chosen);
    }

    public static DrillResult Judge(DrillCase drill, IReadOnlyList<DrillStep> steps, LegalCalendar calendar, TermTable terms)
    {
        var (bench, law) = (new Bench(drill, steps), new Law(calendar, terms));
        if (drill.Related)
        {
            bench.Look(new(DrillAct.Recuse, "", PetitionRegulations.Recusal, "和信访人有直接利害关系，应当回避，换人办。", drill.Begins));
            return bench.Result(_ => (PetitionRegulations.Recusal, "您应当回避，这一步由换来的人做。"));
        }
        switch (drill.Role)
        {
            case DrillRole.Office: Office(bench, drill, law); break;
            case DrillRole.ReviewBody: ReviewBody(bench, drill, law); break;
            default: Organ(bench, drill, law); break;
        }
        return bench.Result(move => Unneeded(drill, move));
    }

    private static void Office(Bench bench, DrillCase drill, Law law)
    {
        var (from, after) = (drill.ReceivedOn, -1);
        if (drill.Visitors > PetitionLimits.Representatives)
            after = bench.Look(new(DrillAct.Representatives, DrillMoves.Few, PetitionRegulations.Representatives, $"多人走访，推选代表，不超过{PetitionLimits.Representatives}人。", from,
                WhyNot: _ => $"来了{drill.Visitors}人，代表不超过{PetitionLimits.Representatives}人。")).At;
        var registered = bench.Look(new(DrillAct.Register, "", PetitionRegulations.Registration, "收到的都登记，及时录入，信访人才查得到。", from, After: after));
        var line = Chosen(drill);
        var right = line.Action is RoutingAction.Forward ? DrillMoves.Forward(drill.Competent) : line.Action.ToString();
        bench.Look(new(DrillAct.Route, right, line.Basis, $"{line.Condition}：{line.Doing}。", from, Due: law.Due(from, Terms.Forwarding, "收到"), After: registered.At,
            WhyNot: chosen => drill.Matter is DrillMatter.Accusation && chosen.StartsWith(nameof(RoutingAction.Forward) + ":", StringComparison.Ordinal)
                ? $"检举控告不能转给被检举的人或者单位（{PetitionRegulations.Accusation}）。应当：{line.Doing}。" : $"应当：{line.Doing}{(line.Action is RoutingAction.Forward ? $"，归{DrillMoves.NameOf(drill.Competent)}" : "")}。"));
    }

    private static void Organ(Bench bench, DrillCase drill, Law law)
    {
        var (from, notice) = (drill.ReceivedOn, law.Due(drill.ReceivedOn, Terms.Notice, "收到"));
        if (drill.AcceptedOn is { } accepted)
        {
            Opinion(bench, drill, law, accepted, -1);
            return;
        }
        var claimed = bench.Look(new(DrillAct.Claim, "", PetitionRegulations.Notice, "先签收。签收没有期限，也不推迟期限：期限从收到那天算。", from)).At;
        if (drill.Competent != drill.Organ)
            bench.Look(new(DrillAct.Contest, drill.Competent, PetitionRegulations.Contest, $"不归您单位，归{DrillMoves.NameOf(drill.Competent)}，要说明理由提出异议。", from, Due: law.Due(from, Terms.Contest, "收到"), After: claimed,
                WhyNot: chosen => $"不归您单位，也不归{DrillMoves.NameOf(chosen)}，归{DrillMoves.NameOf(drill.Competent)}。"));
        else if (drill.Road is not StatutoryRoute.Opinion)
            bench.Look(new(DrillAct.Decline, drill.Road.ToString(), Routes.Of(drill.Road).Basis, $"应当通过{Routes.Of(drill.Road).Name}解决，书面告知信访人。", from, Due: notice, After: claimed,
                WhyNot: chosen => $"不是{Routes.Find(chosen)?.Name}，是{Routes.Of(drill.Road).Name}：{Routes.Of(drill.Road).Who}负责。"));
        else
        {
            var accept = bench.Look(new(DrillAct.Accept, "", PetitionRegulations.Notice, "归您单位，走信访程序，书面告知接收情况和处理途径、程序。", from, Due: notice, After: claimed));
            Opinion(bench, drill, law, accept.On, accept.At);
        }
    }

    private static void Opinion(Bench bench, DrillCase drill, Law law, DateOnly accepted, int after)
    {
        var heard = bench.Look(new(DrillAct.Hear, "", PetitionRegulations.Hearing, "听取信访人陈述事实和理由。", accepted, After: after));
        var looked = bench.Look(new(DrillAct.Investigate, "", PetitionRegulations.Hearing, "调查核实，才能作出意见。", accepted, After: after));
        var (due, most) = (law.Due(accepted, Terms.Completion, "受理"), law.Terms.InForce(Terms.Extension.Code, accepted).Days);
        if (drill.EvidenceOn is { } evidence && evidence > due.DueOn)
        {
            bool Enough(int days) => days <= most && law.Due(accepted, Terms.Completion, "受理", days).DueOn >= evidence;
            var extended = bench.Look(new(DrillAct.Extend, most.ToString(CultureInfo.InvariantCulture), PetitionRegulations.Extension, $"60日内办不结，经负责人批准延长，告知理由；延期要在第{due.Days}天以前生效，这一天不顺延。", accepted,
                IsRight: days => Enough(Days(days)), Until: due.StrictDueOn, After: after,
                WhyNot: days => Days(days) > most ? $"延长合计不超过{most}日。" : $"延长{days}日，到时候鉴定意见还没有出来。"));
            // Where neither was done, the day that is told is the one an extension would have given.
            if (extended.Verdict is DrillVerdict.Right || (extended.Verdict is DrillVerdict.Missing && !bench.Took(DrillAct.Opinion))) due = law.Due(accepted, Terms.Completion, "受理", Days(extended.Choice));
        }
        var opinion = bench.Look(new(DrillAct.Opinion, DrillMoves.Letter, PetitionRegulations.Opinion, "出具信访处理意见书，写明意见、事实、依据和救济途径。", drill.EvidenceOn ?? accepted, Due: due, After: Math.Max(heard.At, looked.At),
            WhyNot: _ => "要出具书面的信访处理意见书，口头答复不算办结。", TooEarly: "鉴定意见还没有出来，事实没有查清。"));
        Serve(bench, opinion, law.Due(opinion.On, Terms.ServiceOfOpinion, "作出意见"));
    }

    private static void ReviewBody(Bench bench, DrillCase drill, Law law)
    {
        var asked = law.Due(drill.OpinionReceivedOn!.Value, Terms.ReviewRequest, "收到意见书");
        if (drill.ReceivedOn > asked.DueOn)
        {
            bench.Look(new(DrillAct.RefuseReview, "", PetitionRegulations.Review, $"申请复查最晚{ChineseDates.Full(asked.DueOn)}，过了期限，书面告知不受理。", drill.ReceivedOn));
            return;
        }
        var accepted = bench.Look(new(DrillAct.AcceptReview, "", PetitionRegulations.Review, $"申请复查最晚{ChineseDates.Full(asked.DueOn)}{(asked.Rolled ? "（顺延以后）" : "")}，没有过期，应当受理。", drill.ReceivedOn));
        var opinion = bench.Look(new(DrillAct.ReviewOpinion, DrillMoves.Letter, PetitionRegulations.Review, "作出书面复查意见。", drill.ReceivedOn, Due: law.Due(drill.ReceivedOn, Terms.Review, "收到申请"), After: accepted.At, WhyNot: _ => "复查意见要书面作出。"));
        Serve(bench, opinion, null);
    }

    private static void Serve(Bench bench, Found opinion, DueDate? due) => bench.Look(new(DrillAct.Serve, DrillMoves.Receipt, CivilProcedure.ServiceReceipt, "送达要有送达回证，复查、复核的期限从收到那天算。", opinion.On, Due: due, After: opinion.At,
        WhyNot: _ => "打电话不是送达：没有送达回证，救济期限不起算。", TooEarly: "意见书还没有作出，不能送达。"));

    private static int Days(string choice) => int.TryParse(choice, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0;

    private static (Article Basis, string Why) Unneeded(DrillCase drill, DrillMove move) => move.Act switch
    {
        DrillAct.Accept or DrillAct.Decline or DrillAct.Hear or DrillAct.Investigate or DrillAct.Opinion or DrillAct.Serve when drill.Role is DrillRole.Organ && drill.Competent != drill.Organ => (PetitionRegulations.Contest, "不归您单位的，不能受理、不能办。"),
        DrillAct.Contest => (PetitionRegulations.Contest, "归您单位的，不能推出去。"),
        DrillAct.Decline => (PetitionRegulations.Roads, "应当走信访程序的，不能推到别的途径。"),
        DrillAct.Accept or DrillAct.Hear or DrillAct.Investigate or DrillAct.Opinion when drill.Role is DrillRole.Organ && drill.Road is not StatutoryRoute.Opinion => (PetitionRegulations.Roads, "有别的法定途径的，不作信访处理意见。"),
        DrillAct.Extend when drill.Role is DrillRole.ReviewBody => (PetitionRegulations.Review, "复查的期限不能延长。"),
        DrillAct.Extend => (PetitionRegulations.Extension, "情况不复杂，不用延期。"),
        DrillAct.Recuse => (PetitionRegulations.Recusal, "没有利害关系，不用回避。"),
        DrillAct.RefuseReview or DrillAct.AcceptReview or DrillAct.ReviewOpinion => (PetitionRegulations.Review, "按申请的日期算一算有没有过30日。"),
        DrillAct.Representatives => (PetitionRegulations.Representatives, "没有超过5人，不用推选代表。"),
        _ => (PetitionRegulations.Diligence, "这件事用不着这一步。"),
    };
}

/// <summary>Numbers of the Regulation that are no terms.</summary>
internal static class PetitionLimits
{
    /// <summary>代表不超过5人 (art. 20 para. 3).</summary>
    public const int Representatives = 5;
}
