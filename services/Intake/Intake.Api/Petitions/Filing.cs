using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>Who petitions, as typed in (art. 19).</summary>
/// <param name="CreditCode">Of an organisation, instead of an identity number.</param>
/// <param name="Confidential">要求保密.</param>
internal sealed record PetitionerInput(
    string? Name = null, string? IdNumber = null, string? Phone = null, string? Address = null, bool Anonymous = false,
    PetitionerKind Kind = PetitionerKind.Person, string? CreditCode = null, bool Confidential = false)
{
    /// <summary>What the form says of the people.</summary>
    public PetitionForm Form(AgentForm? agent, IReadOnlyList<AgentForm?>? further = null) => new()
    {
        Anonymous = Anonymous, Kind = Kind, Confidential = Confidential, Name = Name, IdNumber = IdNumber, CreditCode = CreditCode, Phone = Phone, Address = Address, Agent = agent, FurtherAgents = further ?? [],
    };
}

/// <summary>What submitting online and registering at the counter do alike.</summary>
internal static class Filing
{
    public static IReadOnlySet<string> Streets { get; } = Organs.Streets.Select(street => street.Code).ToHashSet(StringComparer.Ordinal);

    /// <summary>422 with one message per field and the articles that ask for them.</summary>
    public static ProblemHttpResult Incomplete(IReadOnlyList<Fault> faults)
    {
        var problem = Problems.Of("petition.incomplete", $"有{faults.Count}处要改。", StatusCodes.Status422UnprocessableEntity);
        problem.ProblemDetails.Extensions["basis"] = string.Join("；", faults.Select(fault => fault.Basis.ToString()).Distinct());
        problem.ProblemDetails.Extensions["errors"] = faults.GroupBy(fault => fault.Field)
            .ToDictionary(group => group.Key, group => group.Select(fault => fault.Message).ToArray());
        return problem;
    }

    /// <summary>201 with the answer as it was first written; a repeat gets the very same bytes.</summary>
    public static IResult Created(Registering outcome) => outcome switch
    {
        { Refusal: { } refusal } => refusal.ToProblem(),
        { Answer: { } answer } => new StoredAnswer(answer),
        _ => throw new InvalidOperationException("A registration has neither answer nor refusal."),
    };

    private sealed class StoredAnswer(byte[] json) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status201Created;
            httpContext.Response.ContentType = "application/json; charset=utf-8";
            httpContext.Response.ContentLength = json.Length;
            httpContext.Response.Headers.CacheControl = "no-store";
            return httpContext.Response.Body.WriteAsync(json).AsTask();
        }
    }
}
