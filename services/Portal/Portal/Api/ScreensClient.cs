namespace Xinfang.Portal.Api;

/// <summary>A display.</summary>
public sealed record ScreenView(Guid Id, string Name, string Place, bool Retired, string Address);

/// <summary>A display in the list.</summary>
public sealed record ScreenRow(ScreenView Screen, DateTimeOffset? SeenAt, int Items);

/// <summary>An item of a display's list.</summary>
public sealed record ScreenItemView(Guid Id, string Kind, Guid? MaterialId, string Title, string? Words, int Seconds, int Place, DateTimeOffset? From, DateTimeOffset? Until, int? DailyFrom, int? DailyUntil, bool Shown);

/// <summary>A browser that reported.</summary>
public sealed record PlayerView(string Name, long Reported, long Lost, DateTimeOffset SeenAt);

/// <summary>A display with its list.</summary>
public sealed record ScreenDetail(ScreenView Screen, IReadOnlyList<ScreenItemView> Items, IReadOnlyList<ScreenItemView> Interrupts, IReadOnlyList<PlayerView> Players);

/// <summary>A slide that stood.</summary>
public sealed record PlayView(string Player, long Seq, Guid ItemId, int Version, string Kind, DateTimeOffset StartedAt, int Milliseconds, bool Cut, int Lost);

/// <summary>Sum of a day.</summary>
public sealed record PlaySum(Guid ItemId, string Title, string Kind, int Plays, long Milliseconds);

/// <summary>A day of a display.</summary>
public sealed record PlaysView(DateOnly Day, IReadOnlyList<PlaySum> Sums, IReadOnlyList<PlayView> Items, string? Next);

/// <summary>电子屏 at the gateway.</summary>
public sealed class ScreensClient(HttpClient http) : GatewayClient(http, "/api/outreach")
{
    /// <summary>All displays.</summary>
    public Task<Answer<Page<ScreenRow>>> List(string? after, CancellationToken ct) => Get<Page<ScreenRow>>("/screens" + IntakeClient.Query(("after", after)), ct: ct);

    /// <summary>One.</summary>
    public Task<Answer<ScreenDetail>> Of(Guid id, CancellationToken ct) => Get<ScreenDetail>($"/screens/{id}", ct: ct);

    /// <summary>A day of it.</summary>
    public Task<Answer<PlaysView>> Plays(Guid id, string? day, string? after, CancellationToken ct) => Get<PlaysView>($"/screens/{id}/plays" + IntakeClient.Query(("day", day), ("after", after), ("limit", "50")), ct: ct);

    /// <summary>Makes or changes one.</summary>
    public Task<Answer<ScreenView>> Save(Guid id, string name, string place, bool retired, CancellationToken ct) => Put<ScreenView>($"/screens/{id}", new { name, place, retired }, ct);

    /// <summary>Puts an item on the list.</summary>
    public Task<Answer<Done>> Add(Guid id, Guid item, object body, CancellationToken ct) => Put<Done>($"/screens/{id}/items/{item}", body, ct);

    /// <summary>Takes one off.</summary>
    public Task<Answer<Done>> Remove(Guid id, Guid item, CancellationToken ct) => Send<Done>(HttpMethod.Delete, $"/screens/{id}/items/{item}", null, null, null, null, ct);

    /// <summary>Interrupts.</summary>
    public Task<Answer<Done>> Interrupt(object body, CancellationToken ct) => Post<Done>("/screens/emergencies", body, ct: ct);

    /// <summary>Ends an interrupt.</summary>
    public Task<Answer<Done>> End(Guid item, CancellationToken ct) => Post<Done>($"/screens/emergencies/{item}/end", null, ct: ct);
}
