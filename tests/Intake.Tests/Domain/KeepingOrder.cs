using Xinfang.Intake.Domain;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Domain;

[Rule("A-29"), Rule("A-61")]
public class KeepingOrder
{
    private static readonly Law.Moment Now = Given.On(2026, 3, 5);

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6)]
    public void There_are_six_kinds(int kind) => Given.Done(Note((IncidentKind)kind));

    [Fact]
    public void And_no_seventh() => Assert.Equal("incident.kind", Given.No(Note((IncidentKind)7)).Code);

    [Fact]
    public void The_police_come_after_dissuading_criticising_or_educating()
    {
        var incident = Given.Done(Note(IncidentKind.StayingOrAbandoning));
        Assert.Equal("incident.police-last", Given.No(incident.Respond(IncidentResponse.HandedToPolice, "请公安到场处理。", "clerk", Now)).Code);
        Given.Done(incident.Respond(IncidentResponse.Dissuaded, "劝他先回去等消息。", "clerk", Now));
        Given.Done(incident.Respond(IncidentResponse.HandedToPolice, "请公安到场处理。", "clerk", Now));
        Assert.Equal("incident.with-police", Given.No(incident.Respond(IncidentResponse.Educated, "讲了规定。", "clerk", Now)).Code);
    }

    [Fact]
    public void In_danger_they_come_at_once() =>
        Given.Done(Given.Done(Note(IncidentKind.DangerousArticles)).Respond(IncidentResponse.HandedToPolice, "请公安到场处理。", "clerk", Now));

    [Fact, Rule("A-62")]
    public void It_says_what_happened_and_labels_nobody() =>
        Assert.DoesNotContain(typeof(Petition).GetProperties(), property => property.Name.Contains("Incident", StringComparison.Ordinal));

    private static Law.Result<Incident> Note(IncidentKind kind) => Incident.Note(Guid.CreateVersion7(), null, kind, Now.At.AddHours(-1), "在接待大厅高声喧哗，拍打柜台。", "clerk", Now);
}
