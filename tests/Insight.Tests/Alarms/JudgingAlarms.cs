using System.Text;
using CsCheck;
using Xinfang.Insight.Api.Alarms;
using Xinfang.Insight.Api.Alarms.Lookouts;
using Xinfang.Insight.Api.Alarms.Targets;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Tests.Alarms;

/// <summary>What is raised, reminded of and cleared, without any server.</summary>
public class JudgingAlarms
{
    private static readonly DateTimeOffset Start = Wire.On(2026, 3, 2);
    private static readonly Sign Unhealthy = new(AlarmCode.ServiceUnhealthy, "intake", "登记受理（intake）：database（连不上或没有及时回答）。");
    private static readonly CurrentCaller Administrator = new("admin", "管理员", "120104-xfb", [Duty.Administer]);

    [Fact]
    public void A_cause_is_raised_when_it_has_lasted_and_cleared_when_it_was_gone_for_a_minute()
    {
        var story = new Story();
        Assert.Equal([(30, AlarmChange.Nothing), (60, AlarmChange.Nothing), (90, AlarmChange.Raised), (120, AlarmChange.Nothing)], story.See(Unhealthy, 4));
        Assert.Equal([(150, AlarmChange.Nothing), (180, AlarmChange.Nothing), (210, AlarmChange.Cleared)], story.See(null, 3));
        Assert.Empty(story.Open);
    }

    [Fact]
    public void What_heals_by_itself_before_is_never_raised_and_leaves_nothing()
    {
        var story = new Story();
        Assert.Equal([(30, AlarmChange.Nothing), (60, AlarmChange.Nothing)], story.See(Unhealthy, 2));
        Assert.Equal([(90, AlarmChange.Dropped)], story.See(null, 1));
        Assert.Empty(story.Open);
    }

    [Fact]
    public void What_comes_and_goes_is_one_alarm()
    {
        var story = new Story();
        story.See(Unhealthy, 3);
        var changes = Enumerable.Range(0, 50).SelectMany(_ => story.See(null, 2).Concat(story.See(Unhealthy, 1))).Select(each => each.Change).ToList();
        Assert.DoesNotContain(AlarmChange.Cleared, changes);
        Assert.DoesNotContain(AlarmChange.Raised, changes);
    }

    [Fact]
    public void Nobody_is_reminded_more_often_than_every_hour_and_nobody_who_knows()
    {
        var story = new Story();
        var changes = story.See(Unhealthy, 400).Where(each => each.Change is not AlarmChange.Nothing).ToList();
        Assert.Equal([(90, AlarmChange.Raised), (3690, AlarmChange.Reminded), (7290, AlarmChange.Reminded), (10890, AlarmChange.Reminded)], changes);
        var alarm = Assert.Single(story.Open);
        Assert.Null(alarm.Know(Administrator, story.Now));
        Assert.Equal("alarm.known", alarm.Know(Administrator, story.Now)?.Code);
        Assert.All(story.See(Unhealthy, 400), each => Assert.Equal(AlarmChange.Nothing, each.Change));
        Assert.Equal(AlarmChange.Cleared, story.See(null, 3)[^1].Change);
        Assert.Equal("alarm.cleared", alarm.Know(Administrator, story.Now)?.Code);
    }

    [Fact]
    public void While_it_cannot_be_seen_it_is_neither_raised_nor_cleared()
    {
        var story = new Story();
        Assert.Empty(story.See(Sign.Unknown(Unhealthy.Code, Unhealthy.Subject), 10));
        story.See(Unhealthy, 3);
        Assert.All(story.See(Sign.Unknown(Unhealthy.Code, Unhealthy.Subject), 200), each => Assert.Equal(AlarmChange.Nothing, each.Change));
        Assert.Equal(Unhealthy.Cause, Assert.Single(story.Open).Cause);
    }

    [Fact]
    public void Whatever_happens_each_raised_alarm_is_cleared_once_and_reminders_keep_their_hour() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[1, 200]).List[1, 40].Sample(happened =>
        {
            var (story, raised, last) = (new Story(), 0, 0);
            foreach (var (what, times) in happened)
                foreach (var (at, change) in story.See(what switch { 0 => null, 1 => Unhealthy, _ => Sign.Unknown(Unhealthy.Code, Unhealthy.Subject) }, times))
                {
                    if (change is AlarmChange.Raised) (raised, last) = (raised + 1, at);
                    if (change is AlarmChange.Cleared) raised--;
                    if (change is AlarmChange.Reminded)
                    {
                        if (raised != 1 || at - last < 3600) return false;
                        last = at;
                    }
                    if (raised is < 0 or > 1 || story.Open.Count > 1) return false;
                }
            return true;
        });

    [Fact]
    public void Health_tells_of_the_outbox_of_the_error_queue_and_of_everything_else_apart()
    {
        var signs = HealthSigns.Of("intake", new("Unhealthy", [new("self", "Healthy", null), new("outbox", "Degraded", "最早一条未发出的事件已等待3分钟"), new("error-queue", "Degraded", "intake_error里有2条消息没有处理成功，要人来看"), new("database", "Unhealthy", "连不上或没有及时回答"), new("calendar", "Degraded", null)]));
        Assert.Equal(
        [
            new(AlarmCode.OutboxOld, "intake", "登记受理（intake）：最早一条未发出的事件已等待3分钟。"), new(AlarmCode.ErrorQueue, "intake", "登记受理（intake）：intake_error里有2条消息没有处理成功，要人来看。"),
            Unhealthy, new(AlarmCode.ServiceDegraded, "intake", "登记受理（intake）：calendar。"),
        ], signs);
        Assert.Empty(HealthSigns.Of("intake", new("Healthy", [new("outbox", "Healthy", null)])));
    }

    [Fact]
    public void Of_a_service_that_does_not_answer_the_rest_is_unknown()
    {
        var signs = HealthSigns.Of("training", null);
        Assert.Equal(AlarmCode.ServiceGone, Assert.Single(signs, sign => !sign.Keeps).Code);
        Assert.Equal([AlarmCode.ServiceUnhealthy, AlarmCode.ServiceDegraded, AlarmCode.OutboxOld, AlarmCode.ErrorQueue], signs.Where(sign => sign.Keeps).Select(sign => sign.Code));
    }

    [Theory]
    [InlineData(9, true, false), InlineData(10, false, true), InlineData(11, false, true), InlineData(12, false, false)]
    public void A_disk_is_nearly_full_below_a_tenth_and_well_again_two_percent_above(int free, bool raises, bool keeps)
    {
        var sign = Disks.Judge("/data", (free, 100), 10);
        Assert.Equal((raises, keeps), (sign is { Keeps: false }, sign is { Keeps: true }));
        Assert.True(Disks.Judge("/nowhere", null, 10)!.Keeps);
        Assert.True(Disks.Read("/") is { Free: > 0, Total: > 0 });
    }

    [Theory]
    [InlineData(30, null), InlineData(20, "还有20天"), InlineData(-1, "已经到期")]
    public void A_certificate_is_told_of_three_weeks_before_its_end_and_after(int days, string? said)
    {
        var sign = Certificates.Judge("xf.example:443", Start.AddDays(days).AddHours(1), Start, 21);
        if (said is null) Assert.Null(sign);
        else Assert.Contains(said, sign!.Cause, StringComparison.Ordinal);
        Assert.Contains("看不到", Certificates.Judge("xf.example:443", null, Start, 21)!.Cause, StringComparison.Ordinal);
    }

    [Theory] // 2 March 2026 is a Monday
    [InlineData(2, 10, 59, null, "kept"), InlineData(2, 11, 0, null, "从9:00起"), InlineData(2, 15, 0, "2026-03-02T12:50:00+08:00", "从12:50起"), InlineData(2, 15, 0, "2026-03-02T13:10:00+08:00", null),
     InlineData(2, 18, 0, "2026-03-02T12:50:00+08:00", "kept"), InlineData(3, 3, 0, "2026-03-02T12:50:00+08:00", "kept"), InlineData(3, 3, 0, "2026-03-03T02:00:00+08:00", null), InlineData(7, 15, 0, "2026-03-02T12:50:00+08:00", "kept")]
    public void Silence_is_strange_in_the_hours_of_a_working_day_alone_and_ends_with_a_petition(int day, int hour, int minute, string? last, string? said)
    {
        var at = Wire.On(2026, 3, day, hour, minute);
        var sign = Silence.Judge(new(at, Legal(at)), last is null ? null : DateTimeOffset.Parse(last, System.Globalization.CultureInfo.InvariantCulture), Wire.On(2026, 1, 5), new());
        if (said is "kept") Assert.True(sign!.Keeps);
        else if (said is null) Assert.Null(sign);
        else Assert.StartsWith(said, sign!.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void A_system_of_this_morning_is_silent_from_its_first_look_on()
    {
        var begun = Wire.On(2026, 3, 2, 14);
        Assert.True(Silence.Judge(At(begun.AddMinutes(119)), null, begun, new())!.Keeps);
        Assert.StartsWith("从14:00起", Silence.Judge(At(begun.AddMinutes(120)), null, begun, new())!.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_holidays_of_next_year_are_missed_from_15_December_on()
    {
        Assert.Empty(await new Calendars().LookAsync(At(Wire.On(2026, 12, 14)), TestContext.Current.CancellationToken));
        Assert.Contains("2027年", Assert.Single(await new Calendars().LookAsync(At(Wire.On(2026, 12, 15)), TestContext.Current.CancellationToken)).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_has_its_words_and_its_runbook()
    {
        var runbook = File.ReadAllText(Path.Combine(Testing.Approved.Repository(), "docs", "operations", "alarms.md"));
        Assert.All(Enum.GetValues<AlarmCode>(), code =>
        {
            Assert.NotEmpty(AlarmKind.Of(code).Steps);
            Assert.Contains($"\n## {code}\n", runbook, StringComparison.Ordinal);
            Assert.Contains(AlarmKind.Of(code).Title, runbook, StringComparison.Ordinal);
        });
    }

    [Fact] // openssl: printf '1772416800.{"a":1}' | openssl dgst -sha256 -hmac 'a secret of the office'
    public void A_webhook_is_signed_over_its_time_and_its_body() =>
        Assert.Equal("c065306b3a0854afb371c303c0fe7deb635853cc460901d8171698b523fb05d0", Webhook.Sign("a secret of the office", "1772416800", Encoding.UTF8.GetBytes("""{"a":1}""")));

    internal static Moment Legal(DateTimeOffset at) => new(at, LegalCalendar.Default, Terms.Default);

    private static Sighting At(DateTimeOffset at) => new(at, Legal(at));

    /// <summary>Looks every half minute.</summary>
    private sealed class Story
    {
        public List<Alarm> Open { get; private set; } = [];

        public DateTimeOffset Now { get; private set; } = Start;

        public List<(int Second, AlarmChange Change)> See(Sign? sign, int times)
        {
            var changes = new List<(int, AlarmChange)>();
            for (var i = 0; i < times; i++)
            {
                Now = Now.AddSeconds(30);
                var steps = AlarmRules.Decide(Open, sign is null ? [] : [sign], Now);
                changes.AddRange(steps.Select(step => ((int)(Now - Start).TotalSeconds, step.Change)));
                Open = [.. steps.Where(step => step.Change is not (AlarmChange.Cleared or AlarmChange.Dropped)).Select(step => step.Alarm)];
            }
            return changes;
        }
    }
}
