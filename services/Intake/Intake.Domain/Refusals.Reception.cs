using Xinfang.Law;

namespace Xinfang.Intake.Domain;

public static partial class Refusals
{
    public static readonly Refusal TurnUnknown = new("turn.not-found", "没有这个来访号。", Kind: RefusalKind.NotFound);

    public static readonly Refusal TurnExists = new("turn.exists", "这个号已经取过。", PetitionRegulations.Channels);

    public static readonly Refusal TurnKindMissing = new("turn.kind", "请选来访的事由。", PetitionRegulations.Registration, RefusalKind.Invalid);

    public static readonly Refusal TurnPeople = new("turn.people", "人数要在1到200之间。", PetitionRegulations.Representatives, RefusalKind.Invalid);

    public static readonly Refusal TurnNotWaiting = new("turn.not-waiting", "这个号不在等候，不能叫。", PetitionRegulations.Diligence);

    public static readonly Refusal TurnElsewhere = new("turn.elsewhere", "这个号正由别的窗口接待。", PetitionRegulations.Diligence);

    public static readonly Refusal TurnNotCalled = new("turn.not-called", "先叫号，再接待。", PetitionRegulations.Diligence);

    public static readonly Refusal TurnCalledOnce = new("turn.called-once", "至少叫两遍，人没有来，才能过号。", PetitionRegulations.Diligence);

    public static readonly Refusal TurnNotAbsent = new("turn.not-absent", "这个号没有过号，不用重新排队。", PetitionRegulations.Diligence);

    public static readonly Refusal TurnOfAnotherDay = new("turn.another-day", "这是另一天的号，请重新取号。", PetitionRegulations.Diligence);

    public static readonly Refusal TurnSameWindow = new("turn.same-window", "已经在这个单位的窗口。", PetitionRegulations.JointReception);

    public static readonly Refusal TurnNotReceived = new("turn.not-received", "还没有开始接待，或者已经结束。", PetitionRegulations.Diligence);

    public static readonly Refusal TurnJoined = new("turn.joined", "这个单位已经在场。", PetitionRegulations.JointReception);

    public static readonly Refusal TurnEnded = new("turn.ended", "这个号已经结束。", PetitionRegulations.Diligence);

    public static readonly Refusal TurnOutcomeMissing = new("turn.outcome", "请选接待的结果。", PetitionRegulations.Registration, RefusalKind.Invalid);

    public static readonly Refusal TurnPetitionMissing = new("turn.petition", "请填信访编号。新的事先登记，再结束接待。", PetitionRegulations.Registration, RefusalKind.Invalid);

    public static readonly Refusal TurnTopicMissing = new("turn.topic", "请选讲的是哪方面的政策。", PetitionRegulations.Resolution, RefusalKind.Invalid);

    public static readonly Refusal TurnNoteMissing = new("turn.note", "请写明讲了什么，或者引导到哪个机关、哪个窗口，4到2000个字。", PetitionRegulations.VisitPlace, RefusalKind.Invalid);

    public static readonly Refusal TurnNotReadBack = new("turn.read-back", "请把记录念给来访人听，来访人同意了再结束。", PetitionRegulations.Registration, RefusalKind.Invalid);

    public static readonly Refusal TurnLeaflet = new("turn.leaflet", "资料名称不能超过60个字。", PetitionRegulations.Publicity, RefusalKind.Invalid);

    public static readonly Refusal WindowUnknown = new("window.number", "窗口号要在1到40之间。", PetitionRegulations.Channels, RefusalKind.Invalid);

    public static readonly Refusal WindowTaken = new("window.taken", "这个窗口已经有人，请换一个。", PetitionRegulations.Diligence);

    public static readonly Refusal WindowOfAnother = new("window.another", "这不是您开的窗口。", PetitionRegulations.Diligence);

    public static readonly Refusal WindowClosed = new("window.closed", "先开窗，再叫号。", PetitionRegulations.Diligence);

    public static readonly Refusal WindowNotOpen = new("window.not-open", "这个单位今天没有开窗。请用“一起接待”请它过来，或者引导来访人到它那里。", PetitionRegulations.JointReception);

    public static readonly Refusal WindowAwaited = new("window.awaited", "还有人在等本单位的窗口，接待完再关。", PetitionRegulations.JointReception);

    public static readonly Refusal WindowBusy = new("window.busy", "手上还有一个号，先接待完，或者过号。", PetitionRegulations.Diligence);

    public static readonly Refusal NobodyWaits = new("turn.nobody", "现在没有人等候。", PetitionRegulations.Diligence);
}
