using BenchmarkDotNet.Attributes;
using Xinfang.Law;

namespace Xinfang.Benchmarks;

/// <summary>Due dates over four years, loaded and provisional: how many a core computes in a second. Figures in docs/measurements.md.</summary>
[MemoryDiagnoser]
public class CountingDueDates
{
    private const int Many = 1000;
    private readonly LegalCalendar _calendar = LegalCalendar.Default;
    private readonly DateOnly[] _days = [.. Enumerable.Range(0, Many).Select(n => new DateOnly(2024, 1, 1).AddDays(n * 7919 % 1461))];

    /// <summary>60日, rolled.</summary>
    [Benchmark(OperationsPerInvoke = Many)]
    public int Completion() => Count(Terms.Completion);

    /// <summary>5个工作日.</summary>
    [Benchmark(OperationsPerInvoke = Many)]
    public int Contest() => Count(Terms.Contest);

    /// <summary>The longest term in working days that there is, six times over.</summary>
    [Benchmark(OperationsPerInvoke = Many)]
    public int SixtyWorkingDays() => Count(Terms.SimpleComplete with { Days = 60 });

    /// <summary>From stored facts, as a corrected calendar does it: the version in force is looked up.</summary>
    [Benchmark(OperationsPerInvoke = Many)]
    public int Projection()
    {
        var sum = 0;
        foreach (var day in _days)
            sum += new TermFacts(Terms.Completion.Code, day, "受理", 0, 0, "").Project(_calendar, Terms.Default).DueOn.DayNumber;
        return sum;
    }

    /// <summary>With the sum, line by line, as a page shows it.</summary>
    [Benchmark(OperationsPerInvoke = Many)]
    public int WithDerivation()
    {
        var lines = 0;
        foreach (var day in _days) lines += _calendar.Due(day, Terms.Completion, "受理").Derivation.Count;
        return lines;
    }

    private int Count(Term term)
    {
        var sum = 0;
        foreach (var day in _days) sum += _calendar.Due(day, term, "收到").DueOn.DayNumber;
        return sum;
    }
}
