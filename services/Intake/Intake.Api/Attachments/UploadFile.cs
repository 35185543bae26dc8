using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Attachments;

/// <summary>
/// 上传: PUT /uploads/{id}, the file itself as the body, before the form is handed in. The id is the client's, so a repeat is the same upload.
/// Its name comes percent-encoded in X-File-Name: a name may say who somebody is and belongs into no address.
/// </summary>
internal static class UploadFile
{
    public const string NameHeader = "X-File-Name";

    public static async Task<IResult> Handle(
        Guid id, [FromHeader(Name = UploadKeys.Header)] string? uploadKey, [FromHeader(Name = NameHeader)] string? fileName, HttpRequest request,
        Receiving receiving, Uploads uploads, AttachmentSettings settings, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (id.Version != 7) return AttachmentRefusals.IdOfAnotherKind.ToProblem();
        if (UploadKeys.Of(uploadKey, people) is not { } key) return AttachmentRefusals.KeyMissing.ToProblem();
        if (request.ContentLength > settings.FileBytes) return TooLarge(settings);
        if (await uploads.RefusesAsync(key, ct) is { } full)
        {
            await receiving.DrainAsync(request.Body, ct);
            return full.ToProblem();
        }

        var name = FileNames.Clean(Decoded(fileName ?? ""));
        if ((await receiving.ReadAsync(request.Body, name, ct)).Refused(out var refusal, out var incoming))
            return refusal.Code == "attachment.too-large" ? TooLarge(settings) : refusal.ToProblem();
        using (incoming)
        {
            var row = new Attachment
            {
                Id = id,
                UploadKeyHash = key,
                Address = incoming.Address,
                Size = incoming.Size,
                Type = incoming.Type.Code,
                Name = people.Encrypt(FileNames.For(name, incoming.Type), id),
                State = incoming.State,
                UploadedAt = clock.Now().At,
            };
            return (await uploads.KeepAsync(row, incoming.Path, ct)).Refused(out refusal, out var kept)
                ? refusal.ToProblem()
                : TypedResults.Json(AttachmentView.Of(kept, people), statusCode: StatusCodes.Status201Created);
        }
    }

    private static ProblemHttpResult TooLarge(AttachmentSettings settings)
    {
        var refusal = AttachmentRefusals.TooLarge(settings.FileBytes);
        return Problems.Of(refusal.Code, refusal.Message, StatusCodes.Status413PayloadTooLarge, refusal.Basis);
    }

    private static string Decoded(string name)
    {
        try
        {
            return Uri.UnescapeDataString(name);
        }
        catch (UriFormatException)
        {
            return "";
        }
    }
}
