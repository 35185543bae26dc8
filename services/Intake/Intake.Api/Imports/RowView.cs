using Xinfang.Intake.Api.Imports.Reading;
using Xinfang.Intake.Api.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Imports;

/// <summary>A row of the report: where it stands in the file, what happened, and the number or the reasons.</summary>
/// <param name="Number">Its external number.</param>
internal sealed record RowView(int Row, RowState State, string Text, string? Number, Guid? PetitionId, string? PetitionNumber, IReadOnlyList<RowFault> Faults)
{
    public static RowView Of(ImportRow row, PersonalData people, bool stopped) => Of(row, RowResult.Decrypted(row.Result, people, ImportIds.Of(row.ImportId, row.Row)), stopped);

    public static RowView Of(ImportRow row, RowResult result, bool stopped) =>
        new(row.Row, row.State, TextOf(row, result, stopped), result.Number, row.PetitionId, row.PetitionNumber, result.Faults);

    private static string TextOf(ImportRow row, RowResult result, bool stopped) => row.State switch
    {
        RowState.Ready when stopped => "没有登记，这一批停止了",
        RowState.Ready => "可以登记",
        RowState.Refused => "不能登记",
        RowState.Known when row.SameAs is { } same => $"和第{same}行是同一件，没有重复登记",
        RowState.Known when result.Differs => "这个外部编号登记过，内容不一样，没有再登记",
        RowState.Known => "以前登记过，没有重复登记",
        _ => "已登记",
    };
}
