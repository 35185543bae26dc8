using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Study;

/// <summary>扫码签到: POST /sessions/{id}/attendance. The caller's own account, with the code of the moment; the hours enter the ledger once.</summary>
internal static class SignIn
{
    public sealed record Request([property: StringLength(20, MinimumLength = 1, ErrorMessage = "请填签到码。")] string Code);

    public sealed record Response(Guid Session, string Title, decimal Hours, DateTimeOffset SignedInAt);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.Sessions.AsNoTracking().SingleOrDefaultAsync(session => session.Id == id, ct) is not { } session) return Refusals.NotFound.ToProblem();
        var reference = Ledger.ReferenceOf(id);
        if (await db.Hours.AsNoTracking().SingleOrDefaultAsync(entry => entry.Account == caller.Account && entry.Source == HourSource.Session && entry.Reference == reference, ct) is { } known)
            return TypedResults.Ok(new Response(id, session.Plan.Title, known.Hours, known.EnteredAt));
        if (session.RefusesSignIn(request.Code, caller.Organ, now.At) is { } refusal) return refusal.ToProblem();

        await db.EnrolAsync(caller, now.At, ct);
        var on = Moment.DateIn(session.Plan.StartsAt);
        // Two telephones of one person at once: the second finds the line written.
        await db.Database.ExecuteSqlAsync($"""
            insert into hour_entry (id, account, organ, year, mode, topic, hours, "on", source, reference, title, entered_at, entered_by)
            values ({Guid.CreateVersion7()}, {caller.Account}, {caller.Organ}, {on.Year}, {session.Plan.Mode.ToString()}, {session.Plan.Topic}, {session.Plan.Hours}, {on}, {nameof(HourSource.Session)}, {reference}, {session.Plan.Title}, {now.At}, {caller.Account})
            on conflict (account, source, reference) do nothing
            """, ct);
        return TypedResults.Ok(new Response(id, session.Plan.Title, session.Plan.Hours, now.At));
    }
}
