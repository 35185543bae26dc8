using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Activities;

internal static class ActivitiesApi
{
    public static void MapActivities(this IEndpointRouteBuilder app)
    {
        var activities = app.MapGroup("/activities").WithTags("Activities").RequireAuthorization(Readers.Office)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        activities.MapGet("", ListActivities.Handle);
        activities.MapGet("/year", ReadYear.Handle);
        activities.MapGet("/venues", ListVenues.Handle);
        activities.MapGet("/{id:guid}", GetActivity.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        activities.MapPut("/{id:guid}", PlanActivity.Handle).RequireAuthorization(Duty.Teach).For(OutreachLaw.EachOrganTeaches);
        activities.MapPost("/{id:guid}/amendment", AmendActivity.Handle).For(OutreachLaw.EachOrganTeaches);
        activities.MapPost("/{id:guid}/organisers", AskOrganiser.Handle).For(OutreachLaw.EachOrganTeaches);
        activities.MapPost("/{id:guid}/organisers/{organ}/release", ReleaseOrganiser.Handle).For(OutreachLaw.EachOrganTeaches);
        activities.MapPost("/{id:guid}/materials", NoteMaterials.Handle).For(OutreachLaw.EachOrganTeaches);
        activities.MapPost("/{id:guid}/holding", HoldActivity.Handle).For(OutreachLaw.EachOrganTeaches);
        activities.MapPost("/{id:guid}/closing", CloseActivity.Handle).For(OutreachLaw.EachOrganTeaches);
        activities.MapPost("/{id:guid}/cancellation", CancelActivity.Handle).For(OutreachLaw.EachOrganTeaches);
        activities.MapPut("/{id:guid}/photos/{photo:guid}", AddPhoto.Handle).Accepts<Stream>("application/octet-stream").WithMetadata(new RequestSizeLimitAttribute(AddPhoto.MostBytes + 1)).For(OutreachLaw.EachOrganTeaches);
        activities.MapGet("/{id:guid}/photos/{photo:guid}", GetPhoto.Handle).ProducesProblem(StatusCodes.Status404NotFound);

        var tasks = app.MapGroup("/tasks").WithTags("Tasks").RequireAuthorization(Duty.AnyOf(Duty.Handle, Duty.Check, Duty.Head))
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        tasks.MapGet("", ListTasks.Handle);
        tasks.MapGet("/{id:guid}", GetTask.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        tasks.MapPost("/{id:guid}/confirmation", ConfirmTask.Handle).For(OutreachLaw.EachOrganTeaches);
        tasks.MapPost("/{id:guid}/refusal", RefuseTask.Handle).For(OutreachLaw.EachOrganTeaches);
        tasks.MapPost("/{id:guid}/completion", CompleteTask.Handle).For(OutreachLaw.EachOrganTeaches);
    }

    public static Task<Activity?> ActivityAsync(this OutreachDb db, Guid id, CancellationToken ct) => db.Set<Activity>().SingleOrDefaultAsync(each => each.Id == id, ct);

    /// <summary>The organ's own task in an activity; another organ's is not there for it.</summary>
    public static Task<Organiser?> TaskAsync(this OutreachDb db, Guid activity, CurrentCaller caller, CancellationToken ct) =>
        db.Set<Organiser>().SingleOrDefaultAsync(each => each.ActivityId == activity && each.Organ == caller.Organ, ct);
}
