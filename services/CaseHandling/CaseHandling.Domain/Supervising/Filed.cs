using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain.Supervising;

/// <summary>An aggregate whose words of people are one value, encrypted at rest as one; its columns hold codes, dates and accounts only.</summary>
public abstract class Filed
{
    /// <summary>Version 7.</summary>
    public Guid Id { get; private protected init; }

    /// <summary>Counts every change, so that two writers always meet on the row.</summary>
    public int Revision { get; private protected set; }

    /// <summary>The day lists are sorted by: when the next thing is owed; <see cref="DateOnly.MaxValue"/> when nothing is.</summary>
    public DateOnly NextOn { get; private protected set; } = DateOnly.MaxValue;

    /// <summary>What people wrote.</summary>
    public abstract object Contents();

    /// <summary>The type of <see cref="Contents"/>.</summary>
    public abstract Type ContentsType();

    /// <summary>Takes back what <see cref="Contents"/> gave out.</summary>
    public abstract void TakeContents(object contents);
}

/// <inheritdoc/>
public abstract class Filed<TAct, TStatus, TFile> : Filed
    where TAct : struct, Enum where TStatus : struct, Enum where TFile : class, new()
{
    /// <summary>Where it stands.</summary>
    public TStatus Status { get; private protected set; }

    /// <summary>What people wrote.</summary>
    public TFile File { get; private protected set; } = new();

    /// <summary>The flow it goes through.</summary>
    public abstract FlowTable<TAct, TStatus> Table();

    /// <inheritdoc/>
    public override object Contents() => File;

    /// <inheritdoc/>
    public override Type ContentsType() => typeof(TFile);

    /// <inheritdoc/>
    public override void TakeContents(object contents) => File = (TFile)contents;

    /// <summary>Why this person cannot do this act now, as far as it can be said before anything is filled in; null when the act is open.</summary>
    public Refusal? Refuses(TAct act, Person person, Moment now) => Table().Refuses(act, Status, person.Capacity) ?? Guard(act, person, now);

    private protected virtual Refusal? Guard(TAct act, Person person, Moment now) => null;

    private protected void Change(TStatus to, DateOnly? nextOn = null) =>
        (Status, NextOn, Revision) = (to, nextOn ?? DateOnly.MaxValue, Revision + 1);

    private protected static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);
}

/// <summary>A note somebody wrote on a day.</summary>
public sealed record Note(DateOnly On, string By, string Text);
