using Xinfang.Intake.Api.Imports.Reading;

namespace Xinfang.Intake.Api.Imports;

/// <summary>GET /imports/columns: what a file may hold and how it is filled in.</summary>
internal static class ReadColumns
{
    public sealed record Line(string Title, bool Needed, string Explanation, string Example);

    public sealed record Response(IReadOnlyList<Line> Items);

    public static Response Handle() => new([.. Columns.All.Select(column => new Line(column.Title, column.Needed, column.Explanation, column.Example))]);
}
