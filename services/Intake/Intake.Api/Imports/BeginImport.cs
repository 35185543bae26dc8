using System.Text;
using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Imports;

/// <summary>开始一批: PUT /imports/{id}, with a version-7 id made by the client. The file follows in parts of 512 KiB.</summary>
internal static class BeginImport
{
    private static readonly Refusal Name = new("import.file-name", "只能导入.csv和.xlsx文件，文件名最多120个字。", PetitionRegulations.Registration, RefusalKind.Invalid);

    private static readonly Refusal IdOfAnotherKind = new("import.id", "要用第7版的标识（UUIDv7）。", Kind: RefusalKind.Invalid);

    /// <param name="FileName">Its ending says what it is: .csv or .xlsx.</param>
    public sealed record Request(string FileName);

    /// <param name="PartSize">Bytes of each part but the last.</param>
    /// <param name="LargestFile">Bytes of the largest file.</param>
    public sealed record Response(Guid Id, int PartSize, long LargestFile);

    public static async Task<IResult> Handle(Guid id, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (id.Version != 7) return IdOfAnotherKind.ToProblem();
        var name = request.FileName.Trim().Normalize(NormalizationForm.FormC);
        if (name.Length > 120 || FormatOf(name) is not { } format) return Name.ToProblem();
        var begun = Import.Begin(id, format, caller.Account, clock.Now());
        begun.Content = new ImportContent(name, []).Encrypted(people, id);
        if (await db.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct) is { } earlier)
            return IsTheSame(earlier, begun, name, people) ? TypedResults.Created((string?)null, new Response(id, Import.PartSize, Import.LargestFile)) : ImportRefusals.Exists.ToProblem();
        db.Add(begun);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created((string?)null, new Response(id, Import.PartSize, Import.LargestFile));
    }

    // A repeat of the same request is answered as the first was.
    private static bool IsTheSame(Import earlier, Import again, string name, PersonalData people) =>
        (earlier.By, earlier.Format) == (again.By, again.Format) && ImportContent.Decrypted(earlier.Content, people, earlier.Id).FileName == name;

    private static ImportFormat? FormatOf(string name) =>
        name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? ImportFormat.Csv
        : name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? ImportFormat.Xlsx
        : null;
}
