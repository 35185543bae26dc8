using System.Diagnostics;
using System.Globalization;

namespace Xinfang.Load;

/// <summary>What the tool is doing, on standard error so that standard output ends with the line of JSON.</summary>
internal static class Progress
{
    private static readonly long Start = Stopwatch.GetTimestamp();

    public static void Say(string text) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"[{Stopwatch.GetElapsedTime(Start).TotalSeconds,7:0.0} s] {text}"));
}
