using System.Globalization;
using System.Text.Json.Serialization;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Training.Api.Drills;

/// <summary>What can be done in a drill.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DrillAct>))]
internal enum DrillAct { Representatives, Register, Route, Recuse, Claim, Contest, Accept, Decline, Hear, Investigate, Extend, Opinion, AcceptReview, RefuseReview, ReviewOpinion, Serve }

/// <summary>An act with its choice.</summary>
/// <param name="Code">The act, and after a colon what was chosen.</param>
internal sealed record DrillMove(string Code, DrillAct Act, string Choice, string Text);

/// <summary>办法: every move of a role is offered in every drill of it, so that the list itself tells nothing.</summary>
internal static class DrillMoves
{
    public const string Letter = "Letter", Oral = "Oral", Receipt = "Receipt", Phone = "Phone", Few = "Few", Everybody = "Everybody";

    private static readonly int[] Extensions = [10, 30, 60];

    public static IReadOnlyList<DrillMove> For(DrillCase drill) => drill.Role switch
    {
        DrillRole.Office =>
        [
            Of(DrillAct.Representatives, Few, "请来访人推选不超过5名代表"), Of(DrillAct.Representatives, Everybody, "请所有来访人一起进来谈"), Of(DrillAct.Register, "", "登记，录入系统"),
            .. drill.Offered.Select(organ => Of(DrillAct.Route, Forward(organ), $"转送{NameOf(organ)}")),
            Of(DrillAct.Route, nameof(RoutingAction.ForwardToPoliticalLegal), "转送同级政法机关"), Of(DrillAct.Route, nameof(RoutingAction.ForwardToDiscipline), "保密，按管理权限转送纪检监察机关"),
            Of(DrillAct.Route, nameof(RoutingAction.Divert), "不转送，释法明理，引导到有权处理的机关"), Of(DrillAct.Route, nameof(RoutingAction.Bar), "不再受理"), Of(DrillAct.Recuse, "", "申请回避，换人办"),
        ],
        DrillRole.ReviewBody =>
        [
            Of(DrillAct.AcceptReview, "", "受理复查申请"), Of(DrillAct.RefuseReview, "", "书面告知超过期限，不受理复查"), Of(DrillAct.Recuse, "", "申请回避，换人办"), Of(DrillAct.Extend, "30", "延长复查期限30日"),
            Of(DrillAct.ReviewOpinion, Letter, "作出书面复查意见"), Of(DrillAct.ReviewOpinion, Oral, "口头答复复查结果"), .. Serving,
        ],
        _ =>
        [
            Of(DrillAct.Claim, "", "签收"), .. drill.Offered.Where(organ => organ != drill.Organ).Select(organ => Of(DrillAct.Contest, organ, $"提出异议，认为应当由{NameOf(organ)}办")), Of(DrillAct.Recuse, "", "申请回避，换人办"),
            Of(DrillAct.Accept, "", "受理，书面告知受理和办理途径、程序"), .. Routes.All.Where(line => line.Route is not StatutoryRoute.Opinion).Select(line => Of(DrillAct.Decline, line.Route.ToString(), $"不予受理，书面告知走{line.Name}")),
            Of(DrillAct.Hear, "", "听取信访人陈述"), Of(DrillAct.Investigate, "", "调查核实"),
            .. Extensions.Select(days => Of(DrillAct.Extend, days.ToString(CultureInfo.InvariantCulture), $"负责人批准延长{days}日，书面告知延期理由")),
            Of(DrillAct.Opinion, Letter, "作出信访处理意见书"), Of(DrillAct.Opinion, Oral, "口头答复处理结果，不出意见书"), .. Serving,
        ],
    };

    public static DrillMove? Find(DrillCase drill, string code) => For(drill).FirstOrDefault(move => move.Code == code);

    public static string CodeOf(DrillAct act, string choice = "") => choice.Length == 0 ? act.ToString() : $"{act}:{choice}";

    public static string Forward(string organ) => $"{nameof(RoutingAction.Forward)}:{organ}";

    public static string NameOf(string organ) => Organs.Find(organ)?.ShortName ?? organ;

    private static IEnumerable<DrillMove> Serving => [Of(DrillAct.Serve, Receipt, "送达，收回送达回证"), Of(DrillAct.Serve, Phone, "打电话告诉结果，不送文书")];

    private static DrillMove Of(DrillAct act, string choice, string text) => new(CodeOf(act, choice), act, choice, text);
}
