using Xinfang.Intake.Api.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Attachments;

/// <summary>A file as lists show it.</summary>
/// <param name="Opens">It may be downloaded.</param>
/// <param name="Note">Why not, or null.</param>
/// <param name="Supplement">The supplement it came with; null when with the petition itself.</param>
internal sealed record AttachmentView(
    Guid Id, string Name, string Type, string TypeName, long Size, AttachmentKind Kind, bool Opens, string? Note, DateTimeOffset At, int? Supplement)
{
    public static AttachmentView Of(Attachment row, PersonalData people) => new(
        row.Id, people.Decrypt(row.Name, row.Id), row.Type, FileTypes.Named(row.Type).Name, row.Size, row.Kind, MayOpen(row.State), NoteOf(row.State), row.UploadedAt, row.Supplement);

    public static bool MayOpen(AttachmentState state) => state is AttachmentState.Unscanned or AttachmentState.Clean;

    private static string? NoteOf(AttachmentState state) => state switch
    {
        AttachmentState.Infected => "查出可能有病毒，已经收下但不打开。请换一个没有问题的文件。",
        AttachmentState.Unscannable => "暂时没法做安全检查，查过以后才能打开。",
        _ => null,
    };
}
