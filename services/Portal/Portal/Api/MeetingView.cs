using Xinfang.Law;

namespace Xinfang.Portal.Api;

/// <summary>联席会议.</summary>
public sealed record MeetingView : FiledView
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
    public IReadOnlyList<FollowUpView> Tasks { get; init; } = [];
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

/// <summary>A point of an agenda.</summary>
public sealed record PointView(int Number, string Text, Guid? PetitionId = null, string? PetitionNumber = null, Guid? DisputeId = null);

/// <summary>A decision.</summary>
public sealed record MeetingDecision(int Point, string Text, string OrganName, DateOnly DueOn);
