using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.Training.Api.Drills;

/// <summary>一次演练, of one person. It stands alone: no petition, no organ's work and no figure of cases is touched by it.</summary>
internal sealed class DrillRun
{
    private const int MostSteps = 25, MostDays = 400;

    public required Guid Id { get; init; }
    public required string Account { get; init; }
    public required string Organ { get; init; }

    /// <summary>Code of <see cref="DrillScripts"/>.</summary>
    public required string Script { get; init; }

    /// <summary>The case as it was made at the beginning; a changed calendar makes new ones, not this one.</summary>
    public required DrillCase Case { get; init; }

    public DrillSteps Steps { get; private set; } = new([]);
    public required DateTimeOffset BegunAt { get; init; }
    public DateTimeOffset? FinishedAt { get; private set; }
    public DrillResult? Result { get; private set; }
    public int? Percent { get; private set; }
    public uint Row { get; private init; }

    /// <summary>走一步: in order, with its date. The same step sent again is the same.</summary>
    /// <param name="number">From 1.</param>
    public Refusal? Take(int number, DrillStep step)
    {
        if (number >= 1 && number <= Steps.Of.Count && Steps.Of[number - 1] == step) return null;
        if (FinishedAt is not null) return DrillRefusals.Finished;
        if (number != Steps.Of.Count + 1) return DrillRefusals.NotNext;
        if (number > MostSteps) return DrillRefusals.TooManySteps;
        if (DrillMoves.Find(Case, step.Move) is null) return DrillRefusals.NoSuchMove;
        var earliest = Steps.Of.Count > 0 ? Steps.Of[^1].On : Case.Begins;
        if (step.On < earliest || step.On > Case.Begins.AddDays(MostDays)) return DrillRefusals.Day(earliest);
        Steps = new([.. Steps.Of, step]);
        return null;
    }

    /// <summary>办完了: judged once, by the law as it is now.</summary>
    public DrillResult Finish(Moment now)
    {
        if (Result is { } known) return known;
        var result = DrillJudge.Judge(Case, Steps.Of, now.Calendar, now.Terms);
        (Result, Percent, FinishedAt) = (result, result.Percent, now.At);
        return result;
    }
}

internal sealed class DrillRunMapping : IEntityTypeConfiguration<DrillRun>
{
    public void Configure(EntityTypeBuilder<DrillRun> builder)
    {
        builder.ToTable("drill_run").HasKey(run => run.Id);
        builder.Property(run => run.Case).AsJson();
        builder.Property(run => run.Steps).AsJson();
        builder.Property(run => run.Result).AsJson();
        builder.Property(run => run.Row).IsRowVersion();
        builder.HasIndex(run => new { run.Account, run.Script }, "ix_drill_run_open").IsUnique().HasFilter("finished_at is null");
        builder.HasIndex(run => new { run.Account, run.Id });
    }
}

internal static class DrillRefusals
{
    public static readonly Refusal Finished = new("drill.finished", "这次演练已经办完评过分。要再练就重新开始一次。");
    public static readonly Refusal NotNext = new("drill.not-next", "另一个窗口已经走过这一步，请看最新的记录。");
    public static readonly Refusal TooManySteps = new("drill.too-many-steps", "步骤太多。觉得办完了，就按“办完了”。");
    public static readonly Refusal NoSuchMove = new("drill.no-such-move", "请从列出的办法里选。", null, RefusalKind.Invalid);

    public static Refusal Day(DateOnly earliest) => new("drill.day", $"日期不能早于{ChineseDates.WithYear(earliest)}（上一步），也不能太晚。", null, RefusalKind.Invalid);
}
