using Microsoft.AspNetCore.Mvc;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Attachments;

/// <summary>删掉一个还没交的文件: DELETE /uploads/{id}. What is handed in stays.</summary>
internal static class RemoveUpload
{
    public static async Task<IResult> Handle(Guid id, [FromHeader(Name = UploadKeys.Header)] string? uploadKey, Uploads uploads, PersonalData people, CancellationToken ct)
    {
        if (UploadKeys.Of(uploadKey, people) is not { } key) return AttachmentRefusals.KeyMissing.ToProblem();
        return await uploads.RemoveAsync(id, key, ct)
            ? TypedResults.NoContent()
            : Problems.Of("attachment.not-found", "没有这个文件，或者已经交上去了。", StatusCodes.Status404NotFound);
    }
}
