using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Files;

/// <summary>待答复的异议: GET /objections, the oldest first.</summary>
internal static class ListObjections
{
    public sealed record Row(Guid Id, string Account, string Text, DateTimeOffset RaisedAt);

    public sealed record Response(IReadOnlyList<Row> Items);

    public static async Task<Ok<Response>> Handle(TrainingDb db, PersonalData crypt, CancellationToken ct) => TypedResults.Ok(new Response(
        [.. (await db.Objections.AsNoTracking().Where(objection => objection.AnsweredAt == null).OrderBy(objection => objection.Id).Take(100).ToListAsync(ct))
            .Select(objection => new Row(objection.Id, objection.Account, objection.Read(crypt), objection.RaisedAt))]));
}
