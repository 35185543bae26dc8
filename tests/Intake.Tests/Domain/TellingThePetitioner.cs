using Xinfang.Intake.Domain;
using Xinfang.Law;

namespace Xinfang.Intake.Tests.Domain;

public class TellingThePetitioner
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];
    private static readonly Moment Now = Given.On(2026, 3, 4);

    [Fact]
    public void A_message_says_the_number_and_that_there_is_something_new() => Assert.All(Enum.GetValues<NoticeCause>(), cause =>
    {
        var text = NoticeCauses.Text(cause, "120104-20260302-0001", "区信访办", "022-0000 0000");
        Assert.Contains("120104-20260302-0001", text, StringComparison.Ordinal);
        Assert.DoesNotContain(NoticeCauses.Of(cause), text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 1, 70 * 2); // two parts of a message at most
    });

    [Fact]
    public void Every_notice_names_the_provision_that_wants_it() => Assert.All(Enum.GetValues<NoticeCause>(), cause => Assert.NotNull(NoticeCauses.Basis(cause)));

    [Fact]
    public void What_is_only_a_step_on_the_way_costs_no_letter()
    {
        Assert.Equal((NoticeWay.Post, NoticeState.Waiting), Told(NoticeCause.Routed, NoticeWay.Post));
        Assert.Equal((NoticeWay.Portal, NoticeState.Sent), Told(NoticeCause.MessageAnswered, NoticeWay.Post));
        Assert.Equal((NoticeWay.Sms, NoticeState.Waiting), Told(NoticeCause.MessageAnswered, NoticeWay.Sms));
        Assert.Equal((NoticeWay.Portal, NoticeState.Sent), Told(NoticeCause.Routed, NoticeWay.Portal));
    }

    [Fact]
    public void Under_seal_nobody_writes_an_envelope()
    {
        var notice = Notice.Of(new(Guid.CreateVersion7()), NoticeCause.Routed, "1", NoticeWay.Post, underSeal: true, null, Now.At);
        Assert.Equal(NoticeWay.Portal, notice.Way);
    }

    [Fact]
    public void What_does_not_go_out_is_tried_again_after_growing_pauses_and_then_given_to_a_clerk()
    {
        var notice = Taken(1);
        notice.Fails(NoticeFailure.Unavailable, Pauses, Now.At);
        Assert.Equal((NoticeState.Waiting, Now.At.AddMinutes(1)), (notice.State, notice.NextAttemptAt));
        notice = Taken(2);
        notice.Fails(NoticeFailure.Unavailable, Pauses, Now.At);
        Assert.Equal((NoticeState.Waiting, Now.At.AddMinutes(5)), (notice.State, notice.NextAttemptAt));
        notice = Taken(3);
        notice.Fails(NoticeFailure.Unavailable, Pauses, Now.At);
        Assert.Equal((NoticeState.Failed, null), (notice.State, notice.NextAttemptAt));
    }

    [Fact]
    public void A_number_that_is_none_is_not_tried_again()
    {
        var notice = Taken(1);
        notice.Fails(NoticeFailure.Rejected, Pauses, Now.At);
        Assert.Equal((NoticeState.Failed, NoticeFailure.Rejected), (notice.State, notice.Failure));
        Assert.Null(notice.Retry("clerk", Now));
        Assert.Equal((NoticeState.Waiting, 0), (notice.State, notice.Attempts));
    }

    [Fact]
    public void A_letter_is_printed_posted_and_its_receipt_kept()
    {
        var notice = Letter();
        Assert.Equal("notice.not-printed", notice.Post("XA123456789", Now.Date, "clerk", Now)!.Code);
        Assert.Null(notice.Print(Guid.CreateVersion7(), "clerk"));
        Assert.Equal("notice.not-to-print", notice.Print(Guid.CreateVersion7(), "clerk")!.Code);
        Assert.Equal("notice.registered-mail", notice.Post("第3号", Now.Date, "clerk", Now)!.Code);
        Assert.Equal("notice.day", notice.Post(null, Now.Date.AddDays(1), "clerk", Now)!.Code);
        Assert.Null(notice.Post(" xa123456789 ", Now.Date, "clerk", Now));
        Assert.Equal((NoticeState.Sent, "XA123456789", "clerk"), (notice.State, notice.RegisteredMail, notice.By));
        Assert.Null(notice.Receive(returned: false, Now.Date, "clerk", Now));
        Assert.Equal("notice.not-posted", notice.Receive(returned: false, Now.Date, "clerk", Now)!.Code);
    }

    [Fact]
    public void A_letter_that_comes_back_is_somebodys_to_see_to()
    {
        var notice = Letter();
        Assert.Null(notice.Print(Guid.CreateVersion7(), "clerk"));
        Assert.Null(notice.Post(null, Now.Date, "clerk", Now));
        Assert.Null(notice.Receive(returned: true, Now.Date, "clerk", Now));
        Assert.Equal((NoticeState.Failed, NoticeFailure.ReturnedByPost), (notice.State, notice.Failure));
        Assert.Equal("notice.without-address", notice.ChangeToPost(underSeal: false, hasAddress: false, "clerk")!.Code);
        Assert.Equal("notice.under-seal", notice.ChangeToPost(underSeal: true, hasAddress: true, "clerk")!.Code);
        Assert.Null(notice.Resolve(NoticeResolution.ByPhone, Now.Date, "clerk", Now));
        Assert.Equal("notice.not-failed", notice.Resolve(NoticeResolution.ByPhone, Now.Date, "clerk", Now)!.Code);
    }

    private static (NoticeWay, NoticeState) Told(NoticeCause cause, NoticeWay chosen)
    {
        var notice = Notice.Of(new(Guid.CreateVersion7()), cause, "1", chosen, underSeal: false, null, Now.At);
        return (notice.Way, notice.State);
    }

    private static Notice Letter() => Notice.Of(new(Guid.CreateVersion7()), NoticeCause.Routed, "1", NoticeWay.Post, underSeal: false, null, Now.At);

    private static Notice Taken(int times)
    {
        var notice = Notice.Of(new(Guid.CreateVersion7()), NoticeCause.Routed, "1", NoticeWay.Sms, underSeal: false, null, Now.At);
        typeof(Notice).GetProperty(nameof(Notice.Attempts))!.SetValue(notice, times); // the queue counts in the database
        return notice;
    }
}
