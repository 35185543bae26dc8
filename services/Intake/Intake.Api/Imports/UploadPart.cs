using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Imports.Reading;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Imports;

/// <summary>上传一段: PUT /imports/{id}/parts/{number}. May be repeated until the check; an upload that broke off goes on with what is missing.</summary>
internal static class UploadPart
{
    public static async Task<IResult> Handle(Guid id, int number, HttpRequest request, IntakeDb db, PersonalData people, CancellationToken ct)
    {
        if (await db.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct) is not { } found) return ImportRefusals.NotFound.ToProblem();
        var content = new byte[Import.PartSize + 1];
        var read = await request.Body.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, ct);
        if (found.Receive(number, read) is { } refusal) return refusal.ToProblem();
        var encrypted = people.Encrypt(content.AsSpan(0, read), ImportIds.Of(id, number));
        var kept = await db.Database.ExecuteSqlAsync($"""
            insert into import_block (import_id, kind, number, content)
            select i.id, {ImportBlock.Part}, {number}, {encrypted} from import i where i.id = {id} and i.state = 'Uploading' for share
            on conflict (import_id, kind, number) do update set content = excluded.content
            """, ct);
        return kept == 1 ? TypedResults.NoContent() : ImportRefusals.State.ToProblem();
    }
}
