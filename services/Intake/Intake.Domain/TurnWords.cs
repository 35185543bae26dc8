namespace Xinfang.Intake.Domain;

/// <summary>Why somebody comes to the reception hall (来访事由).</summary>
public enum TurnKind
{
    /// <summary>反映新的事.</summary>
    New = 1,

    /// <summary>问进度.</summary>
    Progress,

    /// <summary>补充材料.</summary>
    Supplement,

    /// <summary>预约的接访.</summary>
    Appointment,

    /// <summary>咨询政策.</summary>
    Advice,
}

/// <summary>等候, 已叫号, 接待中, 过号, 已结束.</summary>
public enum TurnStatus { Waiting = 1, Called, Receiving, Absent, Ended }

/// <summary>How a turn ended.</summary>
public enum TurnOutcome
{
    /// <summary>已登记: a petition was registered (art. 21).</summary>
    Registered = 1,

    /// <summary>材料已收: added to a petition that exists.</summary>
    Supplemented,

    /// <summary>已告知进度.</summary>
    ProgressTold,

    /// <summary>当面讲清: the law was explained and that was enough.</summary>
    Counselled,

    /// <summary>引导到别处: another body by its own procedure, or the place where the matter is decided (art. 20).</summary>
    Guided,

    /// <summary>未接待离开.</summary>
    Left,
}
