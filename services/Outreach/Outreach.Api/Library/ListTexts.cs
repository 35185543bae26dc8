using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Outreach.Api.Library;

/// <summary>What everybody may read today: GET /texts?topic=&amp;kind=&amp;after=&amp;limit=, the newest first.</summary>
internal static class ListTexts
{
    private sealed record PageKey(DateOnly From, Guid Id);

    public sealed record Item(Guid Id, string Slug, string Title, string Lead, string KindName, string Topic, string TopicName, DateOnly From);

    public static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        OutreachDb db, LegalClock clock, CancellationToken ct, string? topic = null, MaterialKind? kind = null, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<PageKey>(after, out var last)) return Cursor.Invalid();
        var today = clock.Now().Date;
        var materials = db.Set<Material>().AsNoTracking().Where(material => material.Public != null && material.ValidFrom <= today && (material.ValidUntil == null || material.ValidUntil >= today));
        if (topic is { Length: > 0 }) materials = materials.Where(material => material.Topic == topic);
        if (kind is not null) materials = materials.Where(material => material.Kind == kind);
        if (last is not null) materials = materials.Where(material => EF.Functions.LessThan(ValueTuple.Create(material.ValidFrom!.Value, material.Id), ValueTuple.Create(last.From, last.Id)));
        var take = Cursor.Limit(limit);
        var found = await materials.OrderByDescending(material => material.ValidFrom).ThenByDescending(material => material.Id).Take(take + 1)
            .Join(db.Set<MaterialVersion>(), material => new { material.Id, Number = material.Public!.Value }, version => new { Id = version.MaterialId, version.Number }, (material, version) => new { material, version })
            .OrderByDescending(row => row.material.ValidFrom).ThenByDescending(row => row.material.Id).ToListAsync(ct);
        var page = Page<object>.Of([.. found], take, _ => new PageKey(found[take - 1].material.ValidFrom!.Value, found[take - 1].material.Id));
        return TypedResults.Ok(new Page<Item>([.. found.Take(take).Select(row => new Item(row.material.Id, row.material.Slug, row.version.Content.Title!, row.version.Content.Lead!,
            Vocabulary.NameOf(Vocabulary.Kinds, row.material.Kind.ToString()), row.material.Topic, Vocabulary.NameOf(Vocabulary.Topics, row.material.Topic), row.material.ValidFrom!.Value))], page.Next));
    }
}

/// <summary>One text for everybody: GET /texts/{slug or id}</summary>
internal static class ReadText
{
    public static async Task<Results<Ok<TextView>, ProblemHttpResult>> Handle(string name, OutreachDb db, LegalClock clock, CancellationToken ct) =>
        await db.ShownAsync(name, clock.Now().Date, ct) is var (material, version) ? TypedResults.Ok(TextView.Of(material, version)) : LibraryProblems.NotFound();
}
