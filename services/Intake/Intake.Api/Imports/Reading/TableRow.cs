namespace Xinfang.Intake.Api.Imports.Reading;

/// <summary>A row of a table as it stands there.</summary>
/// <param name="Number">As on the screen: the heading is usually 1.</param>
internal sealed record TableRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>As many signs as Excel allows in a cell.</summary>
    public const int LongestCell = 32_767;

    public const int MostColumns = 64;

    /// <summary>Nothing stands in it.</summary>
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}
