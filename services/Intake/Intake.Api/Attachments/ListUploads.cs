using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Attachments;

/// <summary>已传的文件: GET /uploads, what was uploaded under the form's key and is not handed in yet; and what may be.</summary>
internal static class ListUploads
{
    public sealed record TypeView(string Code, string Name, IReadOnlyList<string> Extensions);

    public sealed record LimitsView(long FileBytes, int Files, long TotalBytes, IReadOnlyList<TypeView> Types);

    public sealed record Response(IReadOnlyList<AttachmentView> Items, LimitsView Limits);

    public static async Task<IResult> Handle(
        [FromHeader(Name = UploadKeys.Header)] string? uploadKey, HttpResponse response, IntakeDb db, AttachmentSettings settings, PersonalData people, CancellationToken ct)
    {
        if (UploadKeys.Of(uploadKey, people) is not { } key) return AttachmentRefusals.KeyMissing.ToProblem();
        var rows = await db.Attachments.AsNoTracking().Where(a => a.UploadKeyHash == key && a.PetitionId == null).OrderBy(a => a.UploadedAt).ThenBy(a => a.Id).ToListAsync(ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response([.. rows.Select(row => AttachmentView.Of(row, people))],
            new(settings.FileBytes, settings.Files, settings.TotalBytes, [.. settings.Types.Select(type => new TypeView(type.Code, type.Name, type.Extensions))])));
    }
}
