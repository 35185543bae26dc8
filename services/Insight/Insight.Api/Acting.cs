using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api;

/// <summary>An act the caller may do now, or may not and why.</summary>
/// <param name="Act">Name in code.</param>
/// <param name="Label">In Chinese, verb first.</param>
/// <param name="Open">May be done now.</param>
/// <param name="Href">Route of this service.</param>
/// <param name="Reason">Why it is closed.</param>
/// <param name="Basis">The article.</param>
internal sealed record ActView(string Act, string Label, bool Open, string Href, string? Reason = null, string? Basis = null)
{
    public static ActView Of(string act, string label, string href, Refusal? refusal) => new(act, label, refusal is null, href, refusal?.Message, refusal?.Basis?.ToString());
}

/// <summary>What the acts of this service have in common.</summary>
internal static class Acting
{
    /// <summary>Name of the shadow property with the row version (xmin): two edits at once are one edit and a 409.</summary>
    public const string Version = "xmin";

    /// <summary>Whoever sees the figures of the whole district.</summary>
    public static readonly string Office = Duty.AnyOf(Duty.Oversee, Duty.Supervise, Duty.Lead, Duty.Audit);

    /// <summary>The office, and the organs for their own figures.</summary>
    public static readonly string Everybody = Duty.AnyOf(Duty.Oversee, Duty.Supervise, Duty.Lead, Duty.Audit, Duty.Register, Duty.Teach, Duty.Train, Duty.Handle, Duty.Check, Duty.Head);

    /// <summary>Figures of every organ; whoever does not, sees those of the own one.</summary>
    public static bool SeesAll(this CurrentCaller caller) => caller.Has(Duty.Oversee) || caller.Has(Duty.Supervise) || caller.Has(Duty.Lead) || caller.Has(Duty.Audit);

    public static ProblemHttpResult NotFound() => Problems.Of("insight.not-found", "没有这一项。可能已经撤下，也可能不归您看。", StatusCodes.Status404NotFound);

    public static ProblemHttpResult NotVersion7() => Problems.Of("request.id", "新建时要用第7版的标识号。", StatusCodes.Status400BadRequest);

    public static ProblemHttpResult Wrong(string field, string message) => Problems.Invalid(new Dictionary<string, string[]> { [field] = [message] });

    /// <summary>留痕: who did what when, in a chain of its own for each thing.</summary>
    public static Task NoteAsync(this InsightDb db, Guid id, string act, CurrentCaller? caller, Moment now, Article basis, object fact, string? before, object state, CancellationToken ct) =>
        db.RecordAsync(new RecordDraft(id, act, caller?.Account ?? "system", caller?.Organ ?? Organs.Office, now.At, basis.ToString(),
            JsonSerializer.Serialize(fact, MessageTypes.Json), before, RecordChain.DigestOf(state)), ct, first: before is null);

    public static uint VersionOf(this InsightDb db, object entity) => (uint)db.Entry(entity).Property(Version).CurrentValue!;

    public static void HasVersion<T>(this EntityTypeBuilder<T> builder) where T : class => builder.Property<uint>(Version).IsRowVersion();

    /// <summary>What an act may answer besides its success; the article is for whoever has not even the duty to come here.</summary>
    public static RouteHandlerBuilder For(this RouteHandlerBuilder endpoint, Article basis) => endpoint.WithMetadata(basis)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesValidationProblem();
}
