using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Study;

/// <summary>安排培训: PUT /sessions/{id}. Sent again it changes the plan, until somebody has signed in.</summary>
internal static class PlanSession
{
    public sealed record Request(
        [property: StringLength(100, MinimumLength = 2, ErrorMessage = "请写名称，2到100个字。")] string Title,
        StudyMode Mode, StudyForm Form,
        [property: StringLength(40, ErrorMessage = "最多40个字。")] string Topic,
        [property: Range(0.5, 80, ErrorMessage = "学时在0.5到80之间。")] decimal Hours,
        DateTimeOffset StartsAt, DateTimeOffset EndsAt,
        [property: StringLength(100, MinimumLength = 2, ErrorMessage = "请写地点，2到100个字。")] string Place,
        [property: StringLength(60, ErrorMessage = "最多60个字。")] string? Lecturer = null,
        [property: MaxLength(100, ErrorMessage = "单位太多。"), NoNulls] IReadOnlyList<string>? Organs = null,
        [property: Range(1, 50, ErrorMessage = "轮次在1到50之间。")] int? Round = null);

    public static async Task<Results<Ok<SessionView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, TrainingDb db, CancellationToken ct)
    {
        var faults = new Dictionary<string, string[]>();
        if (id.Version != 7) faults["id"] = ["编号要是第7版UUID。"];
        if (!Enum.IsDefined(request.Mode)) faults["mode"] = ["没有这种学习方式。"];
        if (!Enum.IsDefined(request.Form)) faults["form"] = ["没有这种培训形式。"];
        if (Topics.Find(request.Topic) is null) faults["topic"] = ["请从名单里选专题。"];
        if (request.EndsAt <= request.StartsAt || request.EndsAt - request.StartsAt > TimeSpan.FromDays(31)) faults["endsAt"] = ["结束要晚于开始，一场最长31天。"];
        if (request.Form is StudyForm.Expert && request.Lecturer is not { Length: > 1 }) faults["lecturer"] = ["专题培训要写由谁讲。"];
        if (request.Organs?.Any(organ => Organs.Find(organ) is null) is true) faults["organs"] = ["有不认识的单位。"];
        if (faults.Count > 0) return Problems.Invalid(faults);

        var plan = new SessionPlan(request.Title.Trim(), request.Mode, request.Form, Topics.Find(request.Topic)!.Code, request.Hours, request.StartsAt.ToUniversalTime(), request.EndsAt.ToUniversalTime(),
            request.Place.Trim(), request.Lecturer?.Trim(), [.. (request.Organs ?? []).Distinct()], request.Round);
        var session = await db.Sessions.SingleOrDefaultAsync(each => each.Id == id, ct);
        if (session is null)
        {
            session = new() { Id = id, Plan = plan, StartsAt = plan.StartsAt, Cancelled = false, Secret = RandomNumberGenerator.GetBytes(32), By = caller.Account };
            db.Add(session);
        }
        else if (await db.AttendedAsync(id, ct) > 0) return StudyRefusals.AlreadyHeld.ToProblem();
        else if (session.Cancelled) return StudyRefusals.SessionCancelled.ToProblem();
        else (session.Plan, session.StartsAt) = (plan, plan.StartsAt);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(SessionView.Of(session, 0, false));
    }
}
