using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>公开答复: question and answer without anybody's personal data, released by a second person.</summary>
/// <param name="Id">Of the public page; says nothing of the petition.</param>
/// <param name="WithdrawnBecause">Why it was given back or taken down.</param>
public sealed record Publication(
    Guid Id, string Title, string Question, string Answer, string ProposedBy, DateOnly ProposedOn,
    string? ReleasedBy = null, DateOnly? ReleasedOn = null, DateOnly? WithdrawnOn = null, string? WithdrawnBecause = null)
{
    /// <summary>Waits for the second person.</summary>
    public bool IsProposed() => ReleasedOn is null && WithdrawnOn is null;

    /// <summary>Can be read by everybody.</summary>
    public bool IsPublished() => ReleasedOn is not null && WithdrawnOn is null;
}

/// <summary>Answers that everybody may read: whoever handled first publishes (C-22), and nothing of third parties (《政府信息公开条例》第十五条).</summary>
public sealed partial class Petition
{
    /// <summary>拟公开. A proposal replaces the one before it.</summary>
    /// <param name="id">Of the public page.</param>
    /// <param name="mentions">Kinds of personal data found in the text.</param>
    public Result<PublicationProposed> ProposePublication(Actor actor, Guid id, string title, string question, string answer, IReadOnlyList<string> mentions, Moment now)
    {
        if (Refuses(Act.ProposePublication, actor, now) is { } refusal) return refusal;
        if (new[] { title, question, answer }.Any(string.IsNullOrWhiteSpace)) return Refusals.PublicationIncomplete;
        if (mentions.Count > 0) return Refusals.PublicationNames(mentions);

        File = File with { Publication = new(id, title.Trim(), question.Trim(), answer.Trim(), actor.Id.Value, now.Date) };
        return Changed(new PublicationProposed());
    }

    /// <summary>公开, by somebody else than who proposed it.</summary>
    public Result<PublicationReleased> ReleasePublication(Actor actor, Moment now)
    {
        if (Refuses(Act.ReleasePublication, actor, now) is { } refusal) return refusal;
        File = File with { Publication = File.Publication! with { ReleasedBy = actor.Id.Value, ReleasedOn = now.Date } };
        return Changed(new PublicationReleased(File.Publication!.Id));
    }

    /// <summary>撤回: a proposal is given back, what was published is taken down.</summary>
    public Result<PublicationWithdrawn> WithdrawPublication(Actor actor, string reason, Moment now)
    {
        if (Refuses(Act.WithdrawPublication, actor, now) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(reason)) return Refusals.PublicationWithdrawnWithoutReason;
        var was = File.Publication!;
        File = File with { Publication = was with { WithdrawnOn = now.Date, WithdrawnBecause = reason.Trim() } };
        return Changed(new PublicationWithdrawn(was.Id, was.IsPublished()));
    }

    private Refusal? RefusesPublication(Act act, Actor actor) => (act, File.Publication) switch
    {
        (Act.ProposePublication, { } publication) when publication.IsPublished() => Refusals.PublishedAlready,
        (Act.ReleasePublication, not { WithdrawnOn: null, ReleasedOn: null }) => Refusals.NothingToRelease,
        (Act.ReleasePublication, { } publication) when publication.ProposedBy == actor.Id.Value => Refusals.ReleaseOfOwnProposal,
        (Act.WithdrawPublication, not { WithdrawnOn: null }) => Refusals.NothingToWithdraw,
        _ => null,
    };
}

public sealed record PublicationProposed : Fact
{
    public override string Sentence => "拟公开答复，送另一个人复核";
}

public sealed record PublicationReleased(Guid Publication) : Fact
{
    public override string Sentence => "去掉个人信息的答复向社会公开";
}

/// <param name="WasPublished">It could be read by everybody until now.</param>
public sealed record PublicationWithdrawn(Guid Publication, bool WasPublished) : Fact
{
    public override string Sentence => WasPublished ? "撤回已经公开的答复" : "退回拟公开的答复";
}
