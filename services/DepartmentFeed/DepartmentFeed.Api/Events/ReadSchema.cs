using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.DepartmentFeed.Api.Documents;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.DepartmentFeed.Api.Events;

/// <summary>GET /schemas/{type}.json: the JSON Schema of one type's data.</summary>
internal static class ReadSchema
{
    public static Results<ContentHttpResult, ProblemHttpResult> Handle(string name) => JsonSchemas.Files.TryGetValue(name, out var schema)
        ? TypedResults.Text(schema, "application/schema+json")
        : Problems.Of("schema.not-found", "没有这个事件类型的说明。", StatusCodes.Status404NotFound);
}
