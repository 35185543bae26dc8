namespace Xinfang.Intake.Recognition.HotTopics;

/// <summary>A petition as topics see it.</summary>
/// <param name="Person">The same for petitions of the same person: a topic is as hot as the number of people who speak of it. A keyed hash serves.</param>
public sealed record Voice(string Id, string Person, DateTimeOffset At, Wording Wording);

/// <summary>Where a petition was placed.</summary>
/// <param name="Topic">Number of the topic, new or known.</param>
/// <param name="Absorbed">Topics that turned out to be the same one and now bear its number.</param>
/// <param name="People">How many different people spoke of it in the last <see cref="TopicStream.Season"/>.</param>
public sealed record Placement(int Topic, IReadOnlyList<int> Absorbed, int People);
