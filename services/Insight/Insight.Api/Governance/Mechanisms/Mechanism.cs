using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Mechanisms;

/// <summary>What an evaluation of a mechanism came to.</summary>
internal enum EvaluationResult { Kept, Revised, Retired }

/// <summary>An evaluation: when it was due, when it was done, and of which version.</summary>
internal sealed record MechanismEvaluation(DateOnly DueOn, DateOnly On, EvaluationResult Result, string Words, int Version);

/// <summary>制度机制: the text that the work goes by, and when it is looked at again.</summary>
internal sealed class Mechanism
{
    public static readonly Refusal EvaluationTooFar = new("mechanism.evaluate-on", "下次评估的日子要在今天以后、三年以内。", PetitionRegulations.JointConference, RefusalKind.Invalid);
    public static readonly Refusal WithoutText = new("mechanism.without-text", "修订的要写明新的内容。", null, RefusalKind.Invalid);
    public static readonly Refusal IsRetired = new("mechanism.retired", "这项制度已经废止。", PetitionRegulations.JointConference);

    private Mechanism() { } // EF Core

    public Guid Id { get; private init; }
    public string Title { get; private init; } = "";

    /// <summary>文号.</summary>
    public string? Number { get; private init; }
    public string Owner { get; private init; } = "";
    public DateOnly AdoptedOn { get; private init; }
    public int Version { get; private set; } = 1;

    /// <summary>What it says, in short; the text itself lies in the office's files.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Null when it is retired.</summary>
    public DateOnly? EvaluateOn { get; private set; }
    public IReadOnlyList<MechanismEvaluation> Evaluations { get; private set; } = [];
    public DateOnly? OverdueToldOn { get; private set; }

    public bool OverdueOn(DateOnly day) => EvaluateOn < day;

    public static Result<Mechanism> Enter(Guid id, string title, string? number, string owner, DateOnly adoptedOn, string text, DateOnly evaluateOn, CurrentCaller caller, DateOnly today)
    {
        if (!caller.Keeps()) return Shared.OfficeOnly;
        if (adoptedOn > today) return Shared.NotYet;
        if (TooFar(evaluateOn, today)) return EvaluationTooFar;
        return new Mechanism { Id = id, Title = title.Trim(), Number = number?.Trim(), Owner = owner.Trim(), AdoptedOn = adoptedOn, Text = text.Trim(), EvaluateOn = evaluateOn };
    }

    /// <summary>Why this caller may not evaluate it now; null when the act is open.</summary>
    public Refusal? Refuses(CurrentCaller caller) => !caller.Keeps() ? Shared.OfficeOnly : EvaluateOn is null ? IsRetired : null;

    public Refusal? Evaluate(EvaluationResult result, string words, string? text, DateOnly? nextOn, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(caller) is { } refusal) return refusal;
        if (result is not EvaluationResult.Retired && (nextOn is not { } next || TooFar(next, today))) return EvaluationTooFar;
        if (result is EvaluationResult.Revised && string.IsNullOrWhiteSpace(text)) return WithoutText;
        Evaluations = [.. Evaluations, new(EvaluateOn!.Value, today, result, words.Trim(), Version)];
        (EvaluateOn, OverdueToldOn) = (result is EvaluationResult.Retired ? null : nextOn, null);
        if (result is EvaluationResult.Revised) (Version, Text) = (Version + 1, text!.Trim());
        return null;
    }

    /// <summary>Notes once that its evaluation is overdue; false when there is nothing to note.</summary>
    public bool Remind(DateOnly today)
    {
        if (!OverdueOn(today) || OverdueToldOn is not null) return false;
        OverdueToldOn = today;
        return true;
    }

    public static string Words(EvaluationResult result) => result switch { EvaluationResult.Kept => "继续有效", EvaluationResult.Revised => "修订", _ => "废止" };

    private static bool TooFar(DateOnly day, DateOnly today) => day <= today || day > today.AddYears(3);
}

internal sealed class MechanismMapping : IEntityTypeConfiguration<Mechanism>
{
    public void Configure(EntityTypeBuilder<Mechanism> builder)
    {
        builder.ToTable("mechanism").HasKey(each => each.Id);
        builder.Property(each => each.Evaluations).AsJson();
        builder.HasVersion();
        builder.HasIndex(each => new { each.Title, each.Id });
        builder.HasIndex(each => each.EvaluateOn).HasFilter("evaluate_on is not null");
    }
}
