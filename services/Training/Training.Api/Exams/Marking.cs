using Xinfang.Training.Api.Bank;

namespace Xinfang.Training.Api.Exams;

/// <summary>评分: what a program can decide. 多选题: all right full points, some of the right and no wrong one half, else none (本区设定).</summary>
internal static class Marking
{
    /// <summary>The points; null for a short answer, which a person marks.</summary>
    public static decimal? Points(Question question, Given given, decimal most)
    {
        var (right, chosen) = (question.Content.Right, given.Options ?? []);
        return question.Kind switch
        {
            QuestionKind.Short => string.IsNullOrWhiteSpace(given.Text) ? 0 : null,
            QuestionKind.Date => given.Day == question.Content.Day ? most : 0,
            QuestionKind.Order => chosen.SequenceEqual(right) ? most : 0,
            QuestionKind.Multiple => chosen.Count == 0 || chosen.Any(at => !right.Contains(at)) ? 0 : chosen.Distinct().Count() == right.Count ? most : most / 2,
            _ => chosen.Count == 1 && right.Contains(chosen[0]) ? most : 0,
        };
    }

    /// <summary>Whether an answer has the form of the question: known options, one for a single choice, every step for an order.</summary>
    public static bool Fits(QuestionKind kind, int options, Given given)
    {
        var chosen = given.Options;
        if (chosen is not null && (chosen.Any(at => at < 0 || at >= options) || chosen.Distinct().Count() != chosen.Count)) return false;
        return kind switch
        {
            QuestionKind.Date => chosen is null && given is { Day: not null, Text: null },
            QuestionKind.Short => chosen is null && given is { Day: null, Text: not null },
            QuestionKind.Single or QuestionKind.TrueFalse => chosen is { Count: 1 } && given is { Day: null, Text: null },
            QuestionKind.Multiple => chosen is { Count: > 0 } && given is { Day: null, Text: null },
            _ => chosen?.Count == options && given is { Day: null, Text: null },
        };
    }
}
