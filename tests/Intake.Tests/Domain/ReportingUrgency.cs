using Xinfang.Intake.Domain;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Domain;

[Rule("A-27"), Rule("A-28")]
public class ReportingUrgency
{
    private static readonly Law.Moment Now = Given.On(2026, 3, 4);

    [Fact]
    public void Goes_to_all_five_and_is_complete_only_when_each_has_it()
    {
        Given.Done(Given.Registered().Escalate(Given.Report, Given.Housing, Now.At.AddMinutes(-30), "clerk", Now, out var report));
        Assert.Equal(Enum.GetValues<Recipient>(), report!.Missing);
        foreach (var recipient in Enum.GetValues<Recipient>())
        {
            Assert.False(report.Complete);
            var acknowledged = Given.Done(report.Acknowledge(recipient, ReportWay.Phone, Now.At, "值班员甲", Now));
            Assert.Equal(recipient is Recipient.NationalOffice, acknowledged.Complete);
        }
        Assert.True(report.Complete);
    }

    [Fact]
    public void Within_the_first_hour_is_in_time_and_later_is_allowed_and_marked()
    {
        Assert.True(Given.Done(Given.Registered().Escalate(Given.Report, Given.Housing, Now.At.AddMinutes(-60), "clerk", Now, out _)).InTime);
        Assert.False(Given.Done(Given.Registered().Escalate(Given.Report, Given.Housing, Now.At.AddMinutes(-61), "clerk", Now, out _)).InTime);
    }

    [Fact]
    public void Lacks_no_part()
    {
        var refusal = Given.No(Given.Registered().Escalate(Given.Report with { Measures = " " }, Given.Housing, Now.At, "clerk", Now, out _));
        Assert.Equal("escalation.incomplete", refusal.Code);
        Assert.Contains("已经采取的措施", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_signs_twice_or_before_it_was_known()
    {
        Given.Done(Given.Registered().Escalate(Given.Report, Given.Housing, Now.At.AddMinutes(-30), "clerk", Now, out var report));
        Assert.Equal("escalation.received-at", Given.No(report!.Acknowledge(Recipient.HigherOffice, ReportWay.Phone, Now.At.AddHours(-1), "值班员甲", Now)).Code);
        Given.Done(report.Acknowledge(Recipient.HigherOffice, ReportWay.Phone, Now.At, "值班员甲", Now));
        Assert.Equal("escalation.acknowledged", Given.No(report.Acknowledge(Recipient.HigherOffice, ReportWay.Phone, Now.At, "值班员甲", Now)).Code);
        Assert.Equal("escalation.receiver", Given.No(report.Acknowledge(Recipient.NationalOffice, ReportWay.Phone, Now.At, "", Now)).Code);
    }

    [Fact]
    public void A_second_report_has_its_own_number_and_recipients()
    {
        var petition = Given.Forwarded();
        Given.Done(petition.Escalate(Given.Report, Given.Housing, Now.At, "clerk", Now, out _));
        Assert.Equal(2, Given.Done(petition.Escalate(Given.Report, Given.Housing, Now.At, "clerk", Now, out var second)).Number);
        Assert.Equal(5, second!.Copies.Count);
    }
}
