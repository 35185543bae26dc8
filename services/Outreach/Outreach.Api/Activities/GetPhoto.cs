using Microsoft.EntityFrameworkCore;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>现场照片: GET /activities/{id}/photos/{photo}.</summary>
internal static class GetPhoto
{
    public static async Task<IResult> Handle(Guid id, Guid photo, HttpResponse response, OutreachDb db, CancellationToken ct)
    {
        if (await db.Set<Photo>().AsNoTracking().Where(each => each.ActivityId == id && each.Id == photo).Select(each => each.Jpeg).SingleOrDefaultAsync(ct) is not { } jpeg) return Readers.NotFound();
        response.Headers.CacheControl = "private, max-age=86400";
        return TypedResults.File(jpeg, "image/jpeg");
    }
}
