using Microsoft.EntityFrameworkCore;
using Xinfang.Insight.Api.Warnings.Rules;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Warnings;

/// <summary>预警.</summary>
internal static class WarningsApi
{
    private static readonly string Readers = Duty.AnyOf(Duty.Oversee, Duty.Supervise, Duty.Lead, Duty.Audit, Duty.Register, Duty.Handle, Duty.Check, Duty.Head);
    private static readonly string Judges = Duty.AnyOf(Duty.Oversee, Duty.Supervise);
    private static readonly string Owners = Duty.AnyOf(Duty.Oversee, Duty.Supervise, Duty.Register, Duty.Handle, Duty.Head);

    public static void AddWarnings(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IWarningRule, SurgeRule>();
        builder.Services.AddSingleton<IWarningRule, JointFormingRule>();
        builder.Services.AddSingleton<IWarningRule, HotTopicRule>();
        builder.Services.AddSingleton<IWarningRule, RepeatWaveRule>();
        builder.Services.AddSingleton<IWarningRule, TermLikelyMissedRule>();
        builder.Services.AddSingleton<IWarningRule, UrgentUnroutedRule>();
        builder.Services.AddSingleton<IWarningRule, OverdueUnroutedRule>();
        builder.Services.AddSingleton<WarningWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<WarningWatch>());
    }

    public static void MapWarnings(this IEndpointRouteBuilder app)
    {
        var warnings = app.MapGroup("/warnings").WithTags("Warnings").RequireAuthorization(Readers)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        warnings.MapGet("", ListWarnings.Handle).ProducesValidationProblem();
        warnings.MapGet("/precision", MeasurePrecision.Handle).ProducesValidationProblem();
        warnings.MapGet("/{id:guid}", GetWarning.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        warnings.MapPost("/{id:guid}/taking", TakeWarning.Handle).RequireAuthorization(Owners).For(InsightLaw.Warning);
        warnings.MapPost("/{id:guid}/answer", AnswerWarning.Handle).RequireAuthorization(Owners).For(InsightLaw.Warning);
        warnings.MapPost("/{id:guid}/verdict", JudgeWarning.Handle).RequireAuthorization(Judges).For(InsightLaw.Warning);
        warnings.MapPost("/{id:guid}/dropping", DropWarning.Handle).RequireAuthorization(Judges).For(InsightLaw.Warning);
    }

    /// <summary>The warnings a caller may see: all of them at the office's heads, else those addressed to the own organ.</summary>
    public static IQueryable<Warning> WarningsFor(this InsightDb db, CurrentCaller caller) =>
        caller.SeesAll() ? db.Set<Warning>() : db.Set<Warning>().Where(warning => warning.Organ == caller.Organ);

    public static Task<Warning?> WarningAsync(this InsightDb db, Guid id, CurrentCaller caller, CancellationToken ct) => db.WarningsFor(caller).SingleOrDefaultAsync(warning => warning.Id == id, ct);

    /// <summary>The petitions behind it that the caller may know of: all at the office, an organ's own elsewhere. What was sealed since is none of them.</summary>
    public static async Task<IReadOnlyList<WarningPetition>> PetitionsOfAsync(this InsightDb db, Warning warning, CurrentCaller caller, CancellationToken ct)
    {
        var ids = warning.Evidence.Petitions;
        if (ids.Count == 0) return [];
        var facts = db.Petitions.AsNoTracking().Where(fact => ids.Contains(fact.PetitionId) && !fact.Sealed);
        if (!caller.SeesAll() && !caller.Has(Duty.Register)) facts = facts.Where(fact => fact.Organ == caller.Organ);
        return [.. (await facts.OrderByDescending(fact => fact.ReceivedOn).ThenBy(fact => fact.PetitionId).Select(fact => new { fact.PetitionId, fact.Number, fact.ReceivedOn, fact.Organ, fact.Closed }).ToListAsync(ct))
            .Select(fact => new WarningPetition(fact.PetitionId, fact.Number, fact.ReceivedOn, fact.Organ, ServiceDefaults.Organs.Organs.Find(fact.Organ)?.ShortName ?? fact.Organ, fact.Closed))];
    }
}
