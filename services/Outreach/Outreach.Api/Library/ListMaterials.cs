using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Outreach.Api.Library;

/// <summary>The desk's list: GET /library?state=&amp;topic=&amp;after=&amp;limit=, the last touched first.</summary>
internal static class ListMaterials
{
    private sealed record PageKey(DateTimeOffset At, Guid Id);

    public sealed record Item(
        Guid Id, string Slug, string Title, string KindName, string Topic, string TopicName, MaterialState State, string StateName, int Latest, int? Public, DateOnly? ValidUntil, DateTimeOffset ChangedAt);

    public static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        OutreachDb db, CancellationToken ct, MaterialState? state = null, string? topic = null, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<PageKey>(after, out var last)) return Cursor.Invalid();
        var materials = db.Set<Material>().AsNoTracking();
        if (state is not null) materials = materials.Where(material => material.State == state);
        if (topic is { Length: > 0 }) materials = materials.Where(material => material.Topic == topic);
        if (last is not null) materials = materials.Where(material => EF.Functions.LessThan(ValueTuple.Create(material.ChangedAt, material.Id), ValueTuple.Create(last.At, last.Id)));
        var take = Cursor.Limit(limit);
        var found = await materials.OrderByDescending(material => material.ChangedAt).ThenByDescending(material => material.Id).Take(take + 1)
            .Include(material => material.Versions.OrderByDescending(version => version.Number).Take(1)).ToListAsync(ct);
        var page = Page<Material>.Of(found, take, material => new PageKey(material.ChangedAt, material.Id));
        return TypedResults.Ok(new Page<Item>([.. page.Items.Select(ItemOf)], page.Next));
    }

    private static Item ItemOf(Material material) => new(material.Id, material.Slug, material.Title, Vocabulary.NameOf(Vocabulary.Kinds, material.Kind.ToString()), material.Topic,
        Vocabulary.NameOf(Vocabulary.Topics, material.Topic), material.State, MaterialView.NameOf(material), material.Latest, material.Public, material.ValidUntil, material.ChangedAt);
}
