using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Attachments;

/// <summary>What was handed in with a petition, in its order.</summary>
internal static class AttachmentReading
{
    public static async Task<IReadOnlyList<AttachmentView>> AttachmentsAsync(this IntakeDb db, PetitionId petition, PersonalData people, CancellationToken ct) =>
        [
            .. (await db.Attachments.AsNoTracking().Where(a => a.PetitionId == petition).ToListAsync(ct))
                .OrderBy(a => a.Supplement ?? 0).ThenBy(a => a.Position).Select(row => AttachmentView.Of(row, people)),
        ];
}
