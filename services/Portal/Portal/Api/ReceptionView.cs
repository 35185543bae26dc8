using Xinfang.Law;

namespace Xinfang.Portal.Api;

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

/// <summary>A place in the queue.</summary>
public sealed record AppointmentView(int Slot, string? Number, Guid? PetitionId, DateOnly BookedOn, string By);

/// <summary>Somebody was received.</summary>
public sealed record EntryView(string Text, string? FollowUp = null, string? OrganName = null, DateOnly? DueOn = null);

/// <summary>领导接访、联合接访.</summary>
public sealed record ReceptionView : FiledView
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
