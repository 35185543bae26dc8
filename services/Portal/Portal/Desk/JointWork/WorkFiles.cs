using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Xinfang.Portal.Api;

namespace Xinfang.Portal.Desk.JointWork;

/// <summary>The exported list, and photographs of activities.</summary>
internal static class WorkFiles
{
    private const long Largest = 11L * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/outreach/duties.csv", (int? year, JointWorkClient work, HttpContext http) => work.File($"/duties/list.csv?year={year}", http))
            .RequireAuthorization("Teach|Oversee|Supervise|Lead|Audit|Handle|Check|Head").ExcludeFromDescription();
        app.MapGet("/desk/outreach/activities/{activity:guid}/photos/{photo:guid}", (Guid activity, Guid photo, JointWorkClient work, HttpContext http) => work.File($"/activities/{activity}/photos/{photo}", http))
            .RequireAuthorization("Teach|Oversee|Supervise|Lead|Audit").ExcludeFromDescription();
        app.MapPost("/desk/outreach/activities/{activity:guid}/photos", Take).RequireAuthorization("Teach").WithMetadata(new RequestSizeLimitAttribute(Largest), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = Largest }).DisableAntiforgery().ExcludeFromDescription();
    }

    // Checked by hand: the answer to a form that is too old is a page, not a bare 400.
    private static async Task<IResult> Take(Guid activity, HttpContext http, JointWorkClient work, IAntiforgery antiforgery)
    {
        var back = $"/desk/outreach/activities/{activity}";
        IFormFile? file;
        try
        {
            if (!await antiforgery.IsRequestValidAsync(http)) return Results.LocalRedirect($"{back}?photo=again");
            file = (await http.Request.ReadFormAsync(http.RequestAborted)).Files.GetFile("photo");
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return Results.LocalRedirect($"{back}?photo=photo.too-large");
        }
        if (file is null || file.Length == 0) return Results.LocalRedirect($"{back}?photo=none");
        await using var content = file.OpenReadStream();
        var problem = await work.Photo(activity, Guid.CreateVersion7(), content, http.RequestAborted);
        if (problem is null) return Results.LocalRedirect($"{back}?done=photos");
        return problem.Unauthenticated ? Results.LocalRedirect($"/sign-in?over=1&back={Uri.EscapeDataString(back)}") : Results.LocalRedirect($"{back}?photo={Uri.EscapeDataString(problem.Type.Replace("urn:xinfang:", "", StringComparison.Ordinal))}");
    }
}
