namespace Xinfang.Training.Api.Study;

/// <summary>A session as people read it.</summary>
/// <param name="Attended">Who signed in; a number, never a list.</param>
/// <param name="Mine">The caller has signed in.</param>
internal sealed record SessionView(
    Guid Id, string Title, StudyMode Mode, StudyForm Form, string Topic, string TopicName, decimal Hours, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place, string? Lecturer,
    IReadOnlyList<string> Organs, int? Round, bool Cancelled, string? Minutes, int Attended, bool Mine)
{
    public static SessionView Of(Session session, int attended, bool mine)
    {
        var plan = session.Plan;
        return new(session.Id, plan.Title, plan.Mode, plan.Form, plan.Topic, Topics.NameOf(plan.Topic), plan.Hours, plan.StartsAt, plan.EndsAt, plan.Place, plan.Lecturer, plan.Organs, plan.Round, session.Cancelled, session.Minutes, attended, mine);
    }
}
