using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Intake.Api;
using Xinfang.Intake.Api.Progress;
using Xinfang.Intake.Domain;
using Xinfang.Intake.Tests.Domain;
using Xinfang.Law;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Progress;

/// <summary>The story of the design: received 2 March, forwarded on the 4th, received by the organ on the 5th, accepted on the 11th, decided on 27 April, served on the 29th.</summary>
public class TellingTheStory
{
    private const string Organ = "120104-zjw";
    private static readonly Guid Acceptance = Guid.CreateVersion7(), Opinion = Guid.CreateVersion7(), Notice = Guid.CreateVersion7();

    [Fact]
    public void While_the_organ_handles_it()
    {
        var view = Tell(Given.On(2026, 4, 17), [.. UntilAccepted, Heard]);

        Assert.Equal(Stage.Accepted, view.Stage);
        Assert.Equal("区住建委", view.Organ!.Name);
        Assert.Equal("区住建委正在办理，最晚2026年5月11日（周一）给您书面处理意见。", view.Sentence);
        Assert.Equal("您现在不用做什么；有新照片、新情况，可以补充。", view.Todo);

        var now = Assert.Single(view.Steps, step => step.State is StepState.Now);
        Assert.Equal("现在：核对事实，写处理意见", now.Title);
        Assert.Equal("已办37天，共60天", now.Late);
        Assert.Equal(new DateOnly(2026, 5, 11), now.DueOn);
        Assert.Contains("您的3项请求，每一项都写明支持不支持、为什么、依据哪一条", now.Text, StringComparison.Ordinal);
        Assert.Contains("必须在5月10日前书面告诉您理由", now.Text, StringComparison.Ordinal);
        Assert.Contains("如果到5月11日还没有收到：从5月12日起", now.IfNot, StringComparison.Ordinal);
        Assert.Equal("《条例》第三十一条第（六）项、第三十二条第一款、第三十四条、第四十条第一款", now.Basis);
    }

    [Fact]
    public void Says_of_each_date_how_it_stands_to_the_last_day()
    {
        var steps = Tell(Given.On(2026, 4, 17), UntilAccepted).Steps;
        Assert.Equal(["收到您的信访", "转给区住建委", "区住建委收到", "区住建委决定受理"], steps.Where(step => step.State is StepState.Done).Select(step => step.Title));
        Assert.Equal("比最晚日期早13天", steps[1].Late);
        Assert.Equal("房屋共用管道归区住建委管。", steps[1].Text);
        Assert.Equal("3月20日前，它会书面告诉您受理不受理。", steps[2].Text);
        Assert.Equal("比最晚日期早9天", steps[3].Late);
    }

    [Fact]
    public void The_terms_are_those_of_the_law()
    {
        var terms = Tell(Given.On(2026, 4, 17), UntilAccepted).Terms.ToDictionary(term => term.Code);
        Assert.Equal((new DateOnly(2026, 3, 17), "按期，用2天"), (terms["forwarding"].DueOn, terms["forwarding"].RemainingText));
        Assert.Equal((new DateOnly(2026, 3, 20), TermState.InTime), (terms["notice"].DueOn, terms["notice"].State));
        Assert.Equal((new DateOnly(2026, 5, 10), new DateOnly(2026, 5, 11), "还剩24天"),
            (terms["completion"].StrictDueOn, terms["completion"].DueOn, terms["completion"].RemainingText));
    }

    [Fact]
    public void After_the_opinion()
    {
        var view = Tell(Given.On(2026, 5, 7), Everything);

        Assert.Equal(Stage.Served, view.Stage);
        Assert.Equal("处理意见已经送到，3项请求支持了2项。2026年4月29日（周三）送到。", view.Sentence);
        Assert.Equal("同意，不用做什么；不同意，2026年5月29日（周五）前可以申请复查。", view.Todo);
        Assert.Equal(new DateOnly(2026, 5, 29), view.RatingUntil);
        var terms = view.Terms.ToDictionary(term => term.Code);
        Assert.Equal((new DateOnly(2026, 5, 29), "还剩22天"), (terms["review-request"].DueOn, terms["review-request"].RemainingText));
        Assert.Equal(new DateOnly(2026, 5, 29), terms["rating-window"].DueOn);
        Assert.True(terms["rating-window"].Policy);

        var decided = view.Steps.Single(step => step.Key == "decided");
        Assert.Equal(("用了47天。", "比最晚日期早14天"), (decided.Note, decided.Late));
        Assert.Equal("3项请求：支持2项，解释说明1项。", decided.Text);
        Assert.Equal("现在：等您决定", Assert.Single(view.Steps, step => step.State is StepState.Now).Title);
    }

    [Fact]
    public void The_order_of_the_facts_does_not_matter()
    {
        var told = Everything.ToArray();
        var expected = Json(Tell(Given.On(2026, 5, 7), told));
        var random = new Random(20260302);
        for (var i = 0; i < 50; i++)
        {
            random.Shuffle(told);
            Assert.Equal(expected, Json(Tell(Given.On(2026, 5, 7), told)));
        }
    }

    [Fact]
    public void Acts_say_what_is_open_and_why_the_rest_is_not()
    {
        var before = Tell(Given.On(2026, 4, 17), UntilAccepted).Acts.ToDictionary(act => act.Act);
        Assert.True(before["Supplement"].Open);
        Assert.Equal((false, "收到处理意见后可以"), (before["Rate"].Open, before["Rate"].Reason));
        Assert.Equal((false, "要先收到书面处理意见", "《信访工作条例》第三十五条"), (before["RequestReview"].Open, before["RequestReview"].Reason, before["RequestReview"].Basis));

        var after = Tell(Given.On(2026, 5, 7), Everything).Acts.ToDictionary(act => act.Act);
        Assert.True(after["Rate"].Open);
        Assert.Equal("/progress/rate", after["Rate"].Href);
        Assert.Contains("区政府", after["RequestReview"].Consequence, StringComparison.Ordinal);

        var late = Tell(Given.On(2026, 6, 1), Everything).Acts.ToDictionary(act => act.Act);
        Assert.Equal("已经过了，2026年5月29日（周五）截止", late["Rate"].Reason);
        Assert.False(late["RequestReview"].Open);
    }

    [Fact]
    public void Papers_are_listed_when_the_petitioner_has_them()
    {
        Assert.DoesNotContain(Tell(Given.On(2026, 4, 28), [.. UntilAccepted, Decided]).Documents, document => document.Kind == "Opinion");
        var served = Tell(Given.On(2026, 5, 7), Everything).Documents.Single(document => document.Kind == "Opinion");
        Assert.Equal((Opinion, "case-handling", new DateOnly(2026, 4, 29)), (served.Id, served.Service, served.ServedOn));
    }

    [Fact]
    public void Overdue_is_said_and_who_must_act()
    {
        var view = Tell(Given.On(2026, 5, 13), UntilAccepted);
        Assert.Equal("区住建委应当在2026年5月11日（周一）前给您书面处理意见，已经超2天。区信访办必须督办。", view.Sentence);
        Assert.Equal("超2天", view.Steps.Single(step => step.State is StepState.Now).Late);
    }

    [Fact]
    public void An_extension_moves_the_last_day_and_gives_the_paper()
    {
        var view = Tell(Given.On(2026, 4, 20), [.. UntilAccepted, new PetitionExtended
        {
            PetitionId = Guid.Empty, Organ = Organ, Days = 15, ServedOn = new(2026, 4, 18), StrictDueOn = new(2026, 5, 25), DueOn = new(2026, 5, 25),
            DocumentId = Guid.CreateVersion7(), DocumentNumber = "津南开住建信延〔2026〕3号",
        }]);
        Assert.Equal("区住建委正在办理，最晚2026年5月25日（周一）给您书面处理意见。", view.Sentence);
        Assert.Contains("最多再延15日", view.Steps.Single(step => step.State is StepState.Now).Text, StringComparison.Ordinal);
        Assert.Contains(view.Documents, document => document.Kind == "Extension");
    }

    [Fact]
    public void Before_it_is_routed()
    {
        var view = Story.Tell(new Situation(Given.Registered(), new CaseFacts([]), Given.On(2026, 3, 3)), "一楼下水管返水", [], [], null, []);
        Assert.Equal("区信访办收到了，最晚2026年3月17日（周二）转给该管的单位。", view.Sentence);
        Assert.Equal(["routing", "notice", "opinion", "rights"], view.Steps.Where(step => step.State is not StepState.Done).Select(step => step.Key));
        Assert.Contains("从3月18日起算超期", view.Steps.Single(step => step.State is StepState.Now).IfNot, StringComparison.Ordinal);
    }

    [Fact]
    public void A_returned_one_says_that_it_is_routed_again()
    {
        var view = Story.Tell(new Situation(Given.Returned(), Facts([Received, Contested, Agreed]), Given.On(2026, 3, 9)), "一楼下水管返水", [], [], null, []);
        Assert.Equal("区住建委说不归它管，区信访办核实后同意，正在重新找该管的单位。", view.Sentence);
        Assert.Equal(["区住建委提出异议", "区信访办同意，收回重新转"], view.Steps.Where(step => step.Key is "contested" or "returned").Select(step => step.Title));
    }

    [Fact]
    public void After_a_second_forwarding_the_first_organs_dates_are_history()
    {
        var petition = Given.Returned();
        Given.Done(petition.Forward(Given.Urban, "路灯归区城管委管。", "clerk", Given.On(2026, 3, 10)));
        var view = Story.Tell(new Situation(petition, Facts([Received, Contested, Agreed]), Given.On(2026, 3, 11)), "一楼下水管返水", [], [], null, []);
        Assert.Equal(Stage.Forwarded, view.Stage);
        Assert.Equal("3月10日转给区城管委，等它收到。", view.Sentence);
        Assert.DoesNotContain(view.Terms, term => term.Code == "notice");
    }

    [Fact]
    public void A_pending_contestation_is_told_with_the_day_that_does_not_move()
    {
        var view = Tell(Given.On(2026, 3, 10), [Received, Contested]);
        Assert.Equal((Stage.Contested, "区住建委说这件事不归它管，区信访办正在核实。"), (view.Stage, view.Sentence));
        Assert.Contains("3月20日", view.Steps.Single(step => step.State is StepState.Now).IfNot, StringComparison.Ordinal);
    }

    [Fact]
    public void Exactly_one_step_is_now_at_every_stage()
    {
        object[][] stages = [[], [Received], [Received, Contested], UntilAccepted, [.. UntilAccepted, Decided], Everything];
        Assert.All(stages, told => Assert.Single(Tell(Given.On(2026, 5, 7), told).Steps, step => step.State is StepState.Now));
    }

    [Fact, Rule("C-14")]
    public void Every_step_that_is_done_answers_when_what_and_under_which_article() =>
        Assert.All(Tell(Given.On(2026, 5, 7), Everything).Steps.Where(step => step.State is StepState.Done), step =>
        {
            Assert.NotEmpty(step.Title);
            Assert.NotNull(step.On);
            Assert.NotEmpty(step.Text ?? "");
            Assert.StartsWith("《条例》", step.Basis, StringComparison.Ordinal);
        });

    [Fact]
    public void Machine_talk_and_set_phrases_are_not_used()
    {
        string[] banned = ["请知悉", "予以", "相关部门", "进一步", "高度重视", "敬请谅解", "系统繁忙", "操作成功", "！", "已被受理"];
        var text = Json(Tell(Given.On(2026, 5, 7), Everything)) + Json(Tell(Given.On(2026, 4, 17), UntilAccepted));
        Assert.All(banned, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }

    private static readonly PetitionReceived Received = new()
    {
        PetitionId = Guid.Empty, Organ = Organ, Round = 1, Sealed = false, ReceivedAt = Given.On(2026, 3, 5).At,
        NoticeStrictDueOn = new(2026, 3, 20), NoticeDueOn = new(2026, 3, 20), ContestDueOn = new(2026, 3, 12),
    };

    private static readonly AssignmentContested Contested = new() { PetitionId = Guid.Empty, Organ = Organ, Round = 1, ContestedAt = Given.On(2026, 3, 6).At };

    private static readonly ContestationDecided Agreed = new() { PetitionId = Guid.Empty, Organ = Organ, Round = 1, Agreed = true, DecidedAt = Given.On(2026, 3, 9).At };

    private static readonly StatementHeard Heard = new() { PetitionId = Guid.Empty, Organ = Organ, HeardOn = new(2026, 3, 19), RecordedAt = Given.On(2026, 3, 20).At };

    private static readonly PetitionDecided Decided = new()
    {
        PetitionId = Guid.Empty, Organ = Organ, DecidedAt = Given.On(2026, 4, 27).At, Supported = 2, Explained = 1, NotSupported = 0, InTime = true,
        DocumentId = Opinion, DocumentNumber = "津南开住建信理〔2026〕18号",
    };

    private static object[] UntilAccepted =>
    [
        Received,
        new PetitionAccepted
        {
            PetitionId = Guid.Empty, Organ = Organ, AcceptedAt = Given.On(2026, 3, 11).At, StrictDueOn = new(2026, 5, 10), DueOn = new(2026, 5, 11),
            DocumentId = Acceptance, DocumentNumber = "津南开住建信受〔2026〕31号",
        },
    ];

    private static object[] Everything =>
    [
        .. UntilAccepted, Heard, Decided,
        new OpinionServed
        {
            PetitionId = Guid.Empty, Organ = Organ, ServedOn = new(2026, 4, 29), Method = "Electronic", ReviewBody = "120104",
            ReviewStrictDueOn = new(2026, 5, 29), ReviewDueOn = new(2026, 5, 29), DocumentId = Opinion,
        },
    ];

    private static ProgressView Tell(Moment today, params object[] told) => Story.Tell(
        new Situation(Forwarded, Facts(told), today), "一楼下水管返水，物业和产权单位互相推", [new RoutingTold(1, Given.Reason, Notice)], [], null, []);

    private static readonly Petition Forwarded = Given.Forwarded();

    private static CaseFacts Facts(IEnumerable<object> told) => new(told.Select(fact => (Organ, At(fact), fact)));

    private static DateTimeOffset At(object fact) => fact switch
    {
        PetitionReceived told => told.ReceivedAt,
        AssignmentContested told => told.ContestedAt,
        ContestationDecided told => told.DecidedAt,
        PetitionAccepted told => told.AcceptedAt,
        StatementHeard told => told.RecordedAt,
        PetitionDecided told => told.DecidedAt,
        PetitionExtended told => CaseFactKeeping.StartOf(told.ServedOn),
        OpinionServed told => CaseFactKeeping.StartOf(told.ServedOn),
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };

    private static string Json(ProgressView view) => System.Text.Json.JsonSerializer.Serialize(view, ServiceDefaults.Messaging.MessageTypes.Json);
}
