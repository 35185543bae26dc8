namespace Xinfang.Verifier;

/// <summary>dotnet run --project tools/Verifier -- bundle.zip. Ends with 0 when nothing was changed, 1 with the first broken row, 2 when it was called wrongly.</summary>
internal static class Entry
{
    private static int Main(string[] args)
    {
        if (args is not [var path] || !File.Exists(path))
        {
            Console.Error.WriteLine("用法：dotnet run --project tools/Verifier -- 案卷.zip");
            return 2;
        }
        using var file = File.OpenRead(path);
        var report = Bundle.Verify(file);
        foreach (var line in report.Lines) Console.WriteLine(line);
        Console.WriteLine(report.Broken is { } broken ? $"不完整：{broken}" : "完整：没有发现改动。");
        return report.Broken is null ? 0 : 1;
    }
}
