using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.Outreach.Api.Library;

/// <summary>The office's own first texts about 《信访工作条例》, written by the migrate verb. A text that is there, whatever became of it, is left alone.</summary>
internal static class LibrarySeed
{
    /// <summary>Stands for the office where no person acted here: these texts came released.</summary>
    public const string Office = "office";

    private static readonly DateTimeOffset ReleasedAt = new(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));

    private sealed record Entry(Guid Id, string Slug, MaterialKind Kind, string Topic, string Audience, MaterialContent Content);

    public static async Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<OutreachDb>();
        var known = await db.Set<Material>().Select(material => material.Id).ToListAsync(ct);
        using var stream = typeof(LibrarySeed).Assembly.GetManifestResourceStream("seed.regulations.json")!;
        var entries = await JsonSerializer.DeserializeAsync<List<Entry>>(stream, MessageTypes.Json, ct) ?? [];
        foreach (var entry in entries.Where(entry => !known.Contains(entry.Id))) db.Add(Released(entry));
        await db.SaveChangesAsync(ct);
    }

    private static Material Released(Entry entry) =>
        Material.ReleasedByOffice(new(entry.Id, entry.Slug, entry.Kind, entry.Topic, entry.Audience, entry.Content, Office, ReleasedAt.ToUniversalTime()), Office, new(2026, 1, 1));
}
