using System.Diagnostics.CodeAnalysis;

namespace Xinfang.Law;

/// <summary>Which kind of no: 409 Conflict, 422 Invalid, 403 Forbidden, 404 NotFound.</summary>
public enum RefusalKind { Conflict, Invalid, Forbidden, NotFound }

/// <summary>Why an act was not performed, and under which provision.</summary>
/// <param name="Code">Stable and dotted, for programs: <c>petition.contest-too-late</c>.</param>
/// <param name="Message">One plain Chinese sentence, for people.</param>
/// <param name="Basis">The article that refuses, when it is the law that refuses.</param>
/// <param name="Kind">How the refusal is answered over HTTP.</param>
public sealed record Refusal(string Code, string Message, Article? Basis = null, RefusalKind Kind = RefusalKind.Conflict);

/// <summary>Either the fact that happened or the reason it did not.</summary>
public readonly struct Result<T> where T : class
{
    private readonly T? _fact;
    private readonly Refusal? _refusal;

    private Result(T? fact, Refusal? refusal) => (_fact, _refusal) = (fact, refusal);

    public static implicit operator Result<T>(T fact) => new(fact, null);
    public static implicit operator Result<T>(Refusal refusal) => new(null, refusal);

    /// <summary>True with the refusal, false with the fact; exactly one of them is there.</summary>
    public bool Refused([NotNullWhen(true)] out Refusal? refusal, [NotNullWhen(false)] out T? fact)
    {
        (refusal, fact) = (_refusal, _fact);
        return refusal is not null;
    }
}
