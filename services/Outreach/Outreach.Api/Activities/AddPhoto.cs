using Microsoft.EntityFrameworkCore;
using Xinfang.Documents.Rendering;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>上传现场照片: PUT /activities/{id}/photos/{photo}, the file as the body. The same id again changes nothing.</summary>
internal static class AddPhoto
{
    /// <summary>Of a file as it comes.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    private const int MostPhotos = 12;

    // A photograph in drawing takes up to a hundred megabytes; one at a time.
    private static readonly SemaphoreSlim Drawing = new(1);

    private static readonly Refusal NotAPhoto = new("photo.type", "只收照片（JPEG、PNG、WebP），而且不能太大。请换一张，或者用手机另存一次。", null, RefusalKind.Invalid);
    private static readonly Refusal TooLarge = new("photo.too-large", "一张照片最多10兆字节。", null, RefusalKind.Invalid);
    private static readonly Refusal TooMany = new("photo.too-many", "一次活动最多12张照片。");

    public static async Task<IResult> Handle(Guid id, Guid photo, HttpRequest request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (photo.Version != 7) return Acting.NotVersion7();
        if (await db.ActivityAsync(id, ct) is not { } activity) return Readers.NotFound();
        if (activity.Refuses(ActivityAct.AddPhoto, caller) is { } shut) return shut.ToProblem();
        var known = await db.Set<Photo>().AsNoTracking().Where(each => each.ActivityId == id).Select(each => each.Id).ToListAsync(ct);
        if (known.Contains(photo)) return TypedResults.Ok(await ActivityView.OfAsync(db, activity, caller, ct));
        if (known.Count >= MostPhotos) return TooMany.ToProblem();
        if (await ReadAsync(request.Body, ct) is not { } content) return TooLarge.ToProblem();
        if (await DrawAsync(content, ct) is not { } jpeg) return NotAPhoto.ToProblem();

        db.Add(new Photo { Id = photo, ActivityId = id, Jpeg = jpeg, AddedBy = caller.Account, AddedAt = now.At });
        await db.NoteAsync(id, "AddPhoto", caller, now, OutreachLaw.EachOrganTeaches, new { photo }, RecordChain.DigestOf(activity), activity, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await ActivityView.OfAsync(db, activity, caller, ct));
    }

    private static async Task<byte[]?> ReadAsync(Stream body, CancellationToken ct)
    {
        using var content = new MemoryStream();
        var part = new byte[81_920];
        for (int read; (read = await body.ReadAsync(part, ct)) > 0;)
        {
            if (content.Length + read > MostBytes) return null;
            content.Write(part, 0, read);
        }
        return content.ToArray();
    }

    private static async Task<byte[]?> DrawAsync(byte[] content, CancellationToken ct)
    {
        await Drawing.WaitAsync(ct);
        try
        {
            return Photographs.Redraw(content);
        }
        finally
        {
            Drawing.Release();
        }
    }
}
