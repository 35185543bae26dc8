using Xinfang.Law;

namespace Xinfang.Portal.Api;

/// <summary>三项建议.</summary>
public sealed record ProposalThing : Thing
{
    /// <summary>改进工作建议 …</summary>
    public string KindText { get; init; } = "";
    /// <summary>When drafted.</summary>
    public DateOnly DraftedOn { get; init; }
    /// <summary>By whom.</summary>
    public string DraftedBy { get; init; } = "";
    /// <summary>文号.</summary>
    public string? DocumentNumber { get; init; }
    /// <summary>When issued.</summary>
    public DateOnly? IssuedOn { get; init; }
    /// <summary>Account of the head.</summary>
    public string? SignedBy { get; init; }
    /// <summary>When the feedback came.</summary>
    public DateOnly? AnsweredOn { get; init; }
    /// <summary>采纳 …</summary>
    public string? AdoptionText { get; init; }
    /// <summary>What is wrong.</summary>
    public string Problem { get; init; } = "";
    /// <summary>What is proposed.</summary>
    public string Advice { get; init; } = "";
    /// <summary>严重后果.</summary>
    public string? Consequences { get; init; }
    /// <summary>Written feedback.</summary>
    public NoteView? Feedback { get; init; }
    /// <summary>Why not sent.</summary>
    public NoteView? Withdrawal { get; init; }

    /// <inheritdoc/>
    public override string Title => DocumentNumber is null ? KindText : $"{KindText} {DocumentNumber}";

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string? Value)> Facts() =>
    [
        ("种类", KindText), ("收文单位", OrganName), ("问题", Problem), ("建议", Advice), ("严重后果", Consequences), ("起草", $"{Day(DraftedOn)}，{DraftedBy}"),
        ("签发", IssuedOn is null ? null : $"{Day(IssuedOn)}，{SignedBy}"), ("采纳情况", AdoptionText), ("反馈", Day(AnsweredOn)),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Heading, NoteView Note)> Notes() =>
        [.. Feedback is null ? [] : new[] { ("书面反馈", Feedback) }, .. Withdrawal is null ? [] : new[] { ("没有发出的理由", Withdrawal) }];
}

/// <summary>A point of an agenda.</summary>
public sealed record PointView(int Number, string Text, Guid? PetitionId = null, string? PetitionNumber = null, Guid? DisputeId = null);

/// <summary>A decision.</summary>
public sealed record MeetingDecision(int Point, string Text, string OrganName, DateOnly DueOn);

/// <summary>联席会议.</summary>
public sealed record MeetingThing : Thing
{
    /// <summary>The day.</summary>
    public DateOnly On { get; init; }
    /// <summary>Where.</summary>
    public string Place { get; init; } = "";
    /// <summary>召集人.</summary>
    public string Chair { get; init; } = "";
    /// <summary>议程.</summary>
    public IReadOnlyList<PointView> Agenda { get; init; } = [];
    /// <summary>纪要.</summary>
    public string? Minutes { get; init; }
    /// <summary>决定.</summary>
    public IReadOnlyList<MeetingDecision> Decisions { get; init; } = [];
    /// <summary>What became of them.</summary>
    public IReadOnlyList<FollowUpThing> Tasks { get; init; } = [];
    /// <summary>Why cancelled.</summary>
    public NoteView? Cancellation { get; init; }

    /// <inheritdoc/>
    public override string Title => $"联席会议 {Day(On)}";

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string? Value)> Facts() => [("时间", Day(On)), ("地点", Place), ("召集人", Chair), ("参会单位", OrganName), ("纪要", Minutes)];

    /// <inheritdoc/>
    public override IEnumerable<(string Heading, IEnumerable<string> Lines)> Lists() =>
    [
        ("议程", Agenda.Select(point => $"{point.Text}{(point.PetitionNumber is { } number ? $"（{number}）" : "")}{(point.DisputeId is null ? "" : "（受理争议）")}")),
        .. Decisions.Count == 0 ? [] : new (string, IEnumerable<string>)[]
        {
            ("决定和落实", Decisions.Select(decision => $"议题{decision.Point}：{decision.Text}，{decision.OrganName}，{ChineseDates.WithYear(decision.DueOn)}前"
                + (Tasks.FirstOrDefault(task => task.Text == decision.Text) is { } task ? $"（{task.StatusText}）" : ""))),
        },
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Heading, NoteView Note)> Notes() => Cancellation is null ? [] : [("取消的理由", Cancellation)];
}

/// <summary>落实任务.</summary>
public sealed record FollowUpThing : Thing
{
    /// <summary>Meeting or Reception.</summary>
    public string Source { get; init; } = "";
    /// <summary>Id of it.</summary>
    public Guid SourceId { get; init; }
    /// <summary>What has to be done.</summary>
    public string Text { get; init; } = "";
    /// <summary>Since when.</summary>
    public DateOnly SetOn { get; init; }
    /// <summary>When done.</summary>
    public DateOnly? DoneOn { get; init; }
    /// <summary>Reports.</summary>
    public IReadOnlyList<NoteView> Reports { get; init; } = [];
    /// <summary>Why sent back.</summary>
    public IReadOnlyList<NoteView> Returns { get; init; } = [];
    /// <summary>Result.</summary>
    public NoteView? Confirmation { get; init; }

    /// <inheritdoc/>
    public override string Title => Text;

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string? Value)> Facts() =>
    [
        ("任务", Text), ("来自", Source == "Meeting" ? "联席会议的决定" : "领导接访"), ("责任单位", OrganName), ("下达", Day(SetOn)), ("限期", $"{Day(DueOn)}（{(Source == "Meeting" ? "会议" : "接访时")}定）"), ("办结", Day(DoneOn)),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Heading, NoteView Note)> Notes() =>
    [
        .. Reports.Select(note => ("落实报告", note)).Concat(Returns.Select(note => ("退回再办", note))).OrderBy(each => each.note.On),
        .. Confirmation is null ? [] : new[] { ("确认办结", Confirmation) },
    ];
}

/// <summary>约谈、通报、挂牌督办、限期整改.</summary>
public sealed record MeasureThing : Thing
{
    /// <summary>约谈 …</summary>
    public string KindText { get; init; } = "";
    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";
    /// <summary>What has to change.</summary>
    public string Demand { get; init; } = "";
    /// <summary>Since when.</summary>
    public DateOnly ImposedOn { get; init; }
    /// <summary>When lifted.</summary>
    public DateOnly? LiftedOn { get; init; }
    /// <summary>Reports.</summary>
    public IReadOnlyList<NoteView> Reports { get; init; } = [];
    /// <summary>Why not lifted.</summary>
    public IReadOnlyList<NoteView> Returns { get; init; } = [];
    /// <summary>Why lifted.</summary>
    public NoteView? Lifting { get; init; }

    /// <inheritdoc/>
    public override string Title => $"{KindText}：{OrganName}";

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string? Value)> Facts() =>
        [("措施", KindText), ("单位", OrganName), ("原因", Reason), ("要求", Demand), ("决定", Day(ImposedOn)), ("限期", $"{Day(DueOn)}（联席会议定）"), ("解除", Day(LiftedOn))];

    /// <inheritdoc/>
    public override IEnumerable<(string Heading, NoteView Note)> Notes() =>
    [
        .. Reports.Select(note => ("整改报告", note)).Concat(Returns.Select(note => ("继续整改", note))).OrderBy(each => each.note.On),
        .. Lifting is null ? [] : new[] { ("解除的理由", Lifting) },
    ];
}

/// <summary>A leader's visit.</summary>
public sealed record LeaderVisitView(DateOnly On, string WayText, string By, string Text);

/// <summary>领导包案.</summary>
public sealed record PackageThing : Thing
{
    /// <summary>Where the petition stands.</summary>
    public string PetitionStatusText { get; init; } = "";
    /// <summary>Account.</summary>
    public string Leader { get; init; } = "";
    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";
    /// <summary>Since when.</summary>
    public DateOnly AssignedOn { get; init; }
    /// <summary>销案.</summary>
    public DateOnly? ClosedOn { get; init; }
    /// <summary>方案.</summary>
    public NoteView? Plan { get; init; }
    /// <summary>接访、下访.</summary>
    public IReadOnlyList<LeaderVisitView> Visits { get; init; } = [];
    /// <summary>结果.</summary>
    public NoteView? Result { get; init; }
    /// <summary>Why not closed.</summary>
    public IReadOnlyList<NoteView> Returns { get; init; } = [];
    /// <summary>销案意见.</summary>
    public NoteView? Closing { get; init; }

    /// <inheritdoc/>
    public override string Title => $"包案 {Number}";

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string? Value)> Facts() =>
    [
        ("包案领导", Leader), ("承办单位", OrganName), ("办理状态", PetitionStatusText), ("包案原因", Reason), ("确定", Day(AssignedOn)), ("限期", $"{Day(DueOn)}（信访办定）"),
        ("接访下访", Visits.Count > 0 ? $"{Visits.Count}次" : null), ("销案", Day(ClosedOn)),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Heading, NoteView Note)> Notes() =>
    [
        .. Plan is null ? [] : new[] { ("包案方案", Plan) },
        .. Visits.Select(visit => (visit.WayText, new NoteView(visit.On, visit.By, visit.Text))),
        .. Returns.Select(note => ("继续包案", note)),
        .. Result is null ? [] : new[] { ("包案结果", Result) },
        .. Closing is null ? [] : new[] { ("销案", Closing) },
    ];
}

/// <summary>A place in the queue.</summary>
public sealed record AppointmentView(int Slot, string? Number, Guid? PetitionId, DateOnly BookedOn, string By);

/// <summary>Somebody was received.</summary>
public sealed record EntryView(string Text, string? FollowUp = null, string? OrganName = null, DateOnly? DueOn = null);

/// <summary>领导接访、联合接访.</summary>
public sealed record ReceptionThing : Thing
{
    /// <summary>Leader or Joint.</summary>
    public string Kind { get; init; } = "";
    /// <summary>The day.</summary>
    public DateOnly On { get; init; }
    /// <summary>Begins.</summary>
    public TimeOnly From { get; init; }
    /// <summary>Ends.</summary>
    public TimeOnly Until { get; init; }
    /// <summary>Account.</summary>
    public string Leader { get; init; } = "";
    /// <summary>区委书记、区长 …</summary>
    public string RankText { get; init; } = "";
    /// <summary>As announced.</summary>
    public string Post { get; init; } = "";
    /// <summary>Where.</summary>
    public string Place { get; init; } = "";
    /// <summary>About what.</summary>
    public string Topic { get; init; } = "";
    /// <summary>How many can come.</summary>
    public int Places { get; init; }
    /// <summary>How many have booked.</summary>
    public int Booked { get; init; }
    /// <summary>How many came.</summary>
    public int Received { get; init; }
    /// <summary>The queue.</summary>
    public IReadOnlyList<AppointmentView> Appointments { get; init; } = [];
    /// <summary>What was said.</summary>
    public IReadOnlyList<EntryView> Entries { get; init; } = [];
    /// <summary>Why cancelled.</summary>
    public NoteView? Cancellation { get; init; }

    /// <inheritdoc/>
    public override string Title => $"{(Kind == "Joint" ? "联合接访" : "领导接访")} {Post} {Day(On)}";

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string? Value)> Facts() =>
    [
        ("时间", $"{Day(On)} {From:HH\\:mm}至{Until:HH\\:mm}"), ("地点", Place), ("领导", $"{Post}（{RankText}，{Leader}）"), ("主题", Topic), ("参加单位", OrganName),
        ("预约", $"{Booked}个号，共{Places}个"), ("接待", Status == "Held" ? $"{Received}批" : null),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Heading, IEnumerable<string> Lines)> Lists() =>
    [
        .. Appointments.Count == 0 ? [] : new (string, IEnumerable<string>)[] { ("预约", Appointments.Select(each => $"{each.Slot}号　{each.Number ?? "保密件"}　{ChineseDates.MonthDay(each.BookedOn)}约")) },
        .. Entries.Count == 0 ? [] : new (string, IEnumerable<string>)[]
        {
            ("接待记录", Entries.Select(each => each.Text + (each.FollowUp is { } follow ? $"　交{each.OrganName}：{follow}（{ChineseDates.WithYear(each.DueOn.GetValueOrDefault())}前）" : ""))),
        },
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Heading, NoteView Note)> Notes() => Cancellation is null ? [] : [("取消的理由", Cancellation)];
}

/// <summary>An announced reception day.</summary>
public sealed record ReceptionNotice
{
    /// <summary>The day.</summary>
    public Guid Id { get; init; }
    /// <summary>Leader or Joint.</summary>
    public string Kind { get; init; } = "";
    /// <summary>When.</summary>
    public DateOnly On { get; init; }
    /// <summary>Begins.</summary>
    public TimeOnly From { get; init; }
    /// <summary>Ends.</summary>
    public TimeOnly Until { get; init; }
    /// <summary>Who receives.</summary>
    public string Post { get; init; } = "";
    /// <summary>Where.</summary>
    public string Place { get; init; } = "";
    /// <summary>About what.</summary>
    public string Topic { get; init; } = "";
    /// <summary>Places left.</summary>
    public int Left { get; init; }
    /// <summary>Who takes part.</summary>
    public IReadOnlyList<string> Organs { get; init; } = [];
}

/// <summary>A booked place.</summary>
public sealed record Booking(int Slot, DateOnly On, TimeOnly From, TimeOnly Until);

/// <summary>How a leader keeps the rule of receptions.</summary>
public sealed record ReceptionFrequencyView
{
    /// <summary>Account.</summary>
    public string Leader { get; init; } = "";
    /// <summary>区委书记、区长 …</summary>
    public string RankText { get; init; } = "";
    /// <summary>每月至少1天.</summary>
    public string Rule { get; init; } = "";
    /// <summary>Periods begun.</summary>
    public int Due { get; init; }
    /// <summary>Of these, kept.</summary>
    public int Kept { get; init; }
    /// <summary>First days of periods without one.</summary>
    public IReadOnlyList<DateOnly> Missing { get; init; } = [];
    /// <summary>Days held.</summary>
    public int Held { get; init; }
    /// <summary>Received.</summary>
    public int Received { get; init; }
    /// <summary>The next day.</summary>
    public DateOnly? Next { get; init; }
}
