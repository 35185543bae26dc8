using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.ServiceDefaults.Acts;

/// <summary>What the acts of several services have in common: what they answer, and what stays of them.</summary>
public static class Acting
{
    /// <summary>400: an id made by the caller that is none of version 7.</summary>
    public static ProblemHttpResult NotVersion7() => Problems.Of("request.id", "新建时要用第7版的标识号。", StatusCodes.Status400BadRequest);

    /// <summary>400: one field is wrong.</summary>
    /// <param name="field">Name on the wire.</param>
    /// <param name="message">The repair, in Chinese.</param>
    public static ProblemHttpResult Wrong(string field, string message) => Problems.Invalid(new Dictionary<string, string[]> { [field] = [message] });

    /// <summary>留痕: who did what when, in a chain of its own for each thing. It is kept with the next save.</summary>
    /// <param name="db">The service's own.</param>
    /// <param name="id">Of the thing.</param>
    /// <param name="act">Name in code.</param>
    /// <param name="caller">Null for the system, which acts for the office.</param>
    /// <param name="now">When.</param>
    /// <param name="basis">The article under which it was done.</param>
    /// <param name="fact">What was done, written as JSON.</param>
    /// <param name="before">Digest of the thing before the act; null for one that is new.</param>
    /// <param name="state">The thing as the act left it.</param>
    /// <param name="ct">Stops the search for the last entry.</param>
    public static Task NoteAsync(this MessagingDbContext db, Guid id, string act, CurrentCaller? caller, Moment now, Article basis, object fact, string? before, object state, CancellationToken ct) =>
        db.RecordAsync(new RecordDraft(id, act, caller?.Account ?? "system", caller?.Organ ?? Organs.Organs.Office, now.At, basis.ToString(),
            JsonSerializer.Serialize(fact, MessageTypes.Json), before, RecordChain.DigestOf(state)), ct, first: before is null);

    /// <summary>What an act may answer besides its success; the article is for whoever has not even the duty to come here.</summary>
    public static RouteHandlerBuilder For(this RouteHandlerBuilder endpoint, Article basis) => endpoint.WithMetadata(basis)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesValidationProblem();
}
