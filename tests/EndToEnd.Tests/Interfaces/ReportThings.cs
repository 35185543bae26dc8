using static Xinfang.EndToEnd.Tests.Interfaces.TeachingGround;

namespace Xinfang.EndToEnd.Tests.Interfaces;

/// <summary>Reports, and bodies that are accepted. A period has one report: each that is made takes a week of its own.</summary>
internal static class ReportThings
{
    private const string Path = "/api/insight/reports";
    private const int FirstYear = 2022, Weeks = 52;

    private static int _made;

    private static readonly object Day = new { on = Running.People.Today };

    public static readonly Thing[] All =
    [
        new(Path, "clerk", Situation, null, [],
            (0, new("text", "clerk", Text(), "PUT")), (0, new("redrafting", "clerk")), (0, new("approval", "office-head")), (0, new("sending", "office-head", Day)), (0, new("publication", "office-head", Day)),
            (0, new("withdrawal", "office-head", new { reason = "另起一份。" }))),
    ];

    private static object Situation()
    {
        var n = Interlocked.Increment(ref _made);
        return new { kind = "Situation", year = FirstYear + (n / Weeks % 4), span = "Week", number = 1 + (n % Weeks), basis = "Received" };
    }

    private static object Text() => new { title = "信访形势分析", sections = new[] { new { heading = "一、总体情况", paragraphs = new[] { new { key = "own", text = "这一周没有新的情况。" } } } } };
}
