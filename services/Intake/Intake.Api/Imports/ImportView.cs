using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Imports;

/// <summary>An import as its page shows it.</summary>
/// <param name="Parts">Numbers of the parts that have come, while it is uploaded: an upload that was broken off goes on with the others.</param>
/// <param name="Rows">Rows read; each is ready, refused, known from earlier, or registered.</param>
/// <param name="Ignored">Headings of the file that are not imported.</param>
/// <param name="Failure">Why the file could not be read.</param>
/// <param name="KeptUntil">It is dropped after that day.</param>
internal sealed record ImportView(
    Guid Id, ImportState State, string StateText, string FileName, ImportFormat Format, long Size, string By, DateTimeOffset At, DateTimeOffset ChangedAt,
    IReadOnlyList<int> Parts, int Rows, int Ready, int Refused, int Known, int Registered, IReadOnlyList<string> Ignored, string? Failure,
    DateOnly KeptUntil, IReadOnlyList<ActView> Acts)
{
    public static ImportView Of(Import import, IReadOnlyList<int> parts, PersonalData people)
    {
        var content = ImportContent.Decrypted(import.Content, people, import.Id);
        return new(import.Id, import.State, TextOf(import.State), content.FileName, import.Format, import.Size, import.By, import.At, import.ChangedAt,
            parts, import.Rows, import.Ready, import.Refused, import.Known, import.Registered, content.Ignored, import.Failure,
            Moment.DateIn(import.ChangedAt + KeptFor(import.State)), [.. ActsOn(import)]);
    }

    public static async Task<IReadOnlyList<int>> PartsAsync(IntakeDb db, Import import, CancellationToken ct) => import.State is not ImportState.Uploading ? [] :
        await db.ImportBlocks.AsNoTracking().Where(b => b.ImportId == import.Id && b.Kind == ImportBlock.Part).Select(b => b.Number).Order().ToListAsync(ct);

    private static IEnumerable<ActView> ActsOn(Import import)
    {
        if (import.State is ImportState.Checked)
            yield return import.Ready > 0
                ? new("Start", "开始登记", true, $"登记{import.Ready}件，在后台进行，可以随时停止")
                : new("Start", "开始登记", false, Reason: ImportRefusals.Nothing.Message, Basis: PetitionRegulations.Registration.ToString());
        if (!import.Ended)
            yield return new("Cancel", import.State is ImportState.Running ? "停止" : "不导入了", true, import.State is ImportState.Running ? "已经登记的不撤，其余的不再登记" : "上传的内容当即删除");
    }

    private static TimeSpan KeptFor(ImportState state) => state switch
    {
        ImportState.Uploading => Import.UploadKept,
        ImportState.Checked => Import.CheckedKept,
        _ => Import.ReportKept,
    };

    private static string TextOf(ImportState state) => state switch
    {
        ImportState.Uploading => "正在上传",
        ImportState.Checking => "正在试查",
        ImportState.Checked => "试查完，还没有登记",
        ImportState.Running => "正在登记",
        ImportState.Done => "登记完",
        ImportState.Cancelled => "已停止",
        _ => "读不出来",
    };
}
