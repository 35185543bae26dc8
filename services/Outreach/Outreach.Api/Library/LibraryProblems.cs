using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Outreach.Api.Library;

internal static class LibraryProblems
{
    public static ProblemHttpResult NotFound() => Problems.Of("library.not-found", "没有这份资料，可能已经撤下。", StatusCodes.Status404NotFound);
}
