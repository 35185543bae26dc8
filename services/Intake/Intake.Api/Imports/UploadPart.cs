using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Imports.Reading;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Imports;

/// <summary>上传一段: PUT /imports/{import}/parts/{part}. May be repeated until the check; an upload that broke off goes on with what is missing.</summary>
internal static class UploadPart
{
    public static async Task<IResult> Handle(Guid import, int part, HttpRequest request, IntakeDb db, PersonalData people, CancellationToken ct)
    {
        if (await db.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == import, ct) is not { } found) return ImportRefusals.NotFound.ToProblem();
        var content = new byte[Import.PartSize + 1];
        var read = await request.Body.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, ct);
        if (found.Receive(part, read) is { } refusal) return refusal.ToProblem();
        var encrypted = people.Encrypt(content.AsSpan(0, read), ImportIds.Of(import, part));
        var kept = await db.Database.ExecuteSqlAsync($"""
            insert into import_block (import_id, kind, number, content)
            select i.id, {ImportBlock.Part}, {part}, {encrypted} from import i where i.id = {import} and i.state = 'Uploading' for share
            on conflict (import_id, kind, number) do update set content = excluded.content
            """, ct);
        return kept == 1 ? TypedResults.NoContent() : ImportRefusals.State.ToProblem();
    }
}
