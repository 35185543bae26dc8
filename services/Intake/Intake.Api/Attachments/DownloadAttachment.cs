using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Npgsql;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Attachments;

/// <summary>
/// 附件: GET /petitions/{id}/attachments/{attachment}. As the dossier: the office, and the organ that holds the petition now; under seal the organ alone,
/// which is the disciplinary organ, and each reading is recorded (art. 30).
/// </summary>
internal static class DownloadAttachment
{
    private const int Attempts = 5;

    public static async Task<IResult> Handle(
        Guid id, Guid attachment, CurrentCaller caller, IntakeDb db, FileStore store, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition || !MaySee(petition, caller)) return Problems.NotFound();
        if (await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == attachment && a.PetitionId == petition.Id, ct) is not { } row) return Problems.NotFound();
        if (!AttachmentView.MayOpen(row.State)) return AttachmentRefusals.HeldBack.ToProblem();

        var reader = await store.OpenAsync(row.Address, ct);
        if (petition.Sealed) await RecordAsync(db, petition.Id, attachment, caller, clock.Now(), ct);
        return new Download(reader, people.Decrypt(row.Name, row.Id), FileTypes.Named(row.Type), row.Size);
    }

    private static bool MaySee(Petition petition, CurrentCaller caller) => caller.Organ == petition.Organ
        || (!petition.Sealed && caller.Organ == Organs.Office && (caller.Has(Duty.Register) || caller.Has(Duty.Oversee) || caller.Has(Duty.Audit)));

    // Several files are opened at once and the record is one line after the other: the later one tries again.
    private static async Task RecordAsync(IntakeDb db, PetitionId id, Guid attachment, CurrentCaller caller, Moment now, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            var petition = (await db.Petitions.FindAsync([id], ct))!;
            await db.RecordAsync(petition, petition.Digest(), "ReadSealed", caller.Account, caller.Organ, now.At, PetitionRegulations.Accusation,
                new { organ = caller.Organ, attachment }, ct);
            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateException e) when (attempt < Attempts && e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
            }
        }
    }

    /// <summary>A file that no browser opens in the pages of this system, whatever it holds.</summary>
    private sealed class Download(SealedReader reader, string name, FileType type, long size) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            using (reader)
            {
                var (headers, ct) = (httpContext.Response.Headers, httpContext.RequestAborted);
                var piece = await reader.NextAsync(ct); // what does not open is refused in words while it can be
                var disposition = new ContentDispositionHeaderValue("attachment");
                disposition.SetHttpFileName(name);
                httpContext.Response.ContentType = type.Mime;
                httpContext.Response.ContentLength = size;
                headers.ContentDisposition = disposition.ToString();
                headers.XContentTypeOptions = "nosniff";
                headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                headers.CacheControl = "no-store";
                for (; piece is { } bytes; piece = await reader.NextAsync(ct)) await httpContext.Response.Body.WriteAsync(bytes, ct);
            }
        }
    }
}
