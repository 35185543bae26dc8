using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.CaseHandling.Api.Supervising;

/// <summary>Staff create under an id they make: version 7, so that lists stay in order and a repeat is known.</summary>
internal static class CreatedIds
{
    public static ProblemHttpResult Invalid() => Problems.Of("request.id", "新建时要用第7版的标识号。", StatusCodes.Status400BadRequest);
}
