using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.DepartmentFeed.Api.Documents;
using Xinfang.DepartmentFeed.Api.Feed;

namespace Xinfang.DepartmentFeed.Api.Events;

/// <summary>GET /audience: every type, who is told of it, and what is in it.</summary>
internal static class DescribeAudience
{
    public sealed record Response(string Type, string Title, string Told, IReadOnlyList<string> Data);

    public static Ok<IEnumerable<Response>> Handle() => TypedResults.Ok(FeedTable.Types.Select(row =>
        new Response(row.Type, row.Title, AudienceDocument.SentenceOf(row), [.. row.Data.Select(FeedRow.Wire)])));
}
