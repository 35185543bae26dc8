using Xinfang.Documents.Checks;
using Xinfang.Law;

namespace Xinfang.Outreach.Api.Library;

/// <summary>普法资料: one text through its versions. Two people who did not write it look at each version before everybody reads it.</summary>
internal sealed class Material
{
    private readonly List<MaterialVersion> _versions = [];

    private Material() { } // EF Core

    /// <summary>A new text with its first draft.</summary>
    public Material(Guid id, string slug, MaterialKind kind, string topic, string audience, MaterialContent content, string writer, DateTimeOffset at)
    {
        (Id, Slug, Kind, Topic, Audience, Title, ChangedAt) = (id, slug, kind, topic, audience, content.Title!, at);
        _versions.Add(new(id, 1, content, writer, at));
        Latest = 1;
    }

    public Guid Id { get; private init; }

    /// <summary>Its name in addresses: terms-of-answers.</summary>
    public string Slug { get; private init; } = "";

    public MaterialKind Kind { get; private init; }
    public string Topic { get; private set; } = "";
    public string Audience { get; private set; } = "";

    /// <summary>Of the newest version.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Number of the newest version.</summary>
    public int Latest { get; private set; }

    public MaterialState State { get; private set; }

    /// <summary>The version everybody reads; null before the first release and after a withdrawal.</summary>
    public int? Public { get; private set; }

    public DateOnly? ValidFrom { get; private set; }

    /// <summary>The last day on which it is shown; null: until it is withdrawn.</summary>
    public DateOnly? ValidUntil { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Loaded ones.</summary>
    public IReadOnlyList<MaterialVersion> Versions => _versions;

    public MaterialVersion Newest => _versions.Single(version => version.Number == Latest);

    public MaterialVersion? PublicVersion => _versions.SingleOrDefault(version => version.Number == Public);

    /// <summary>Everybody may read it on this day.</summary>
    public bool IsShown(DateOnly today) => Public is not null && ValidFrom <= today && (ValidUntil is null || ValidUntil >= today);

    /// <summary>Changes the draft; a released version stays as it is and a new one begins.</summary>
    public Result<MaterialVersion> Edit(string topic, string audience, MaterialContent content, string writer, DateTimeOffset at)
    {
        if (State is MaterialState.Submitted or MaterialState.Checked) return Refusals.NotDraft;
        if (State is MaterialState.Released)
        {
            _versions.Add(new(Id, ++Latest, content, writer, at));
            State = MaterialState.Draft;
        }
        else
        {
            Newest.Rewrite(content, writer, at);
        }
        (Topic, Audience, Title, ChangedAt) = (topic, audience, content.Title!, at);
        return Newest;
    }

    /// <summary>送审.</summary>
    public Result<MaterialVersion> Submit(DateTimeOffset at)
    {
        if (State is not MaterialState.Draft) return Refusals.NothingToSubmit;
        if (Anonymity.Find([.. Newest.Content.Texts()]) is { Count: > 0 } found) return Refusals.PersonalDataIn(found);
        return Move(MaterialState.Submitted, at);
    }

    /// <summary>初审, by somebody who did not write it.</summary>
    public Result<MaterialVersion> Check(string reviewer, DateTimeOffset at)
    {
        if (State is not MaterialState.Submitted) return Refusals.NotSubmitted;
        if (Newest.Writers.Contains(reviewer)) return Refusals.OwnText;
        (Newest.CheckedBy, Newest.CheckedAt) = (reviewer, at);
        return Move(MaterialState.Checked, at);
    }

    /// <summary>复审并发布, by somebody who neither wrote nor checked it.</summary>
    public Result<MaterialVersion> Release(string reviewer, DateOnly? from, DateOnly? until, DateOnly today, DateTimeOffset at)
    {
        if (State is not MaterialState.Checked) return Refusals.NotChecked;
        if (Newest.Writers.Contains(reviewer)) return Refusals.OwnText;
        if (Newest.CheckedBy == reviewer) return Refusals.SameReviewer;
        var first = from ?? today;
        if (until < first || until < today) return Refusals.DatesTurned;
        (Newest.ReleasedBy, Newest.ReleasedAt, Newest.ReturnedBecause) = (reviewer, at, null);
        (Public, ValidFrom, ValidUntil) = (Latest, first, until);
        return Move(MaterialState.Released, at);
    }

    /// <summary>退回, with the reason the writer reads.</summary>
    public Result<MaterialVersion> Return(string reason, DateTimeOffset at)
    {
        if (State is not (MaterialState.Submitted or MaterialState.Checked)) return Refusals.NothingToReturn;
        if (reason.Trim().Length < 4) return Refusals.ReasonNeeded;
        (Newest.ReturnedBecause, Newest.CheckedBy, Newest.CheckedAt) = (reason.Trim(), null, null);
        return Move(MaterialState.Draft, at);
    }

    /// <summary>撤下: nobody reads it any more; what it said stays on file.</summary>
    public Result<MaterialVersion> Withdraw(string reason, string by, DateTimeOffset at)
    {
        if (PublicVersion is not { } version) return Refusals.NotPublic;
        if (reason.Trim().Length < 4) return Refusals.ReasonNeeded;
        (version.WithdrawnBecause, version.WithdrawnBy, version.WithdrawnAt) = (reason.Trim(), by, at);
        (Public, ChangedAt) = (null, at);
        return version;
    }

    /// <summary>A text that came with the system: the office has released it before.</summary>
    public static Material ReleasedByOffice(Material material, string office, DateOnly from)
    {
        (material.Newest.ReleasedBy, material.Newest.ReleasedAt) = (office, material.ChangedAt);
        (material.Public, material.ValidFrom, material.State) = (1, from, MaterialState.Released);
        return material;
    }

    private MaterialVersion Move(MaterialState state, DateTimeOffset at)
    {
        (State, ChangedAt) = (state, at);
        return Newest;
    }
}

/// <summary>What the text said, who wrote it, who let it through.</summary>
internal sealed class MaterialVersion
{
    private MaterialVersion() { } // EF Core

    public MaterialVersion(Guid material, int number, MaterialContent content, string writer, DateTimeOffset at) =>
        (MaterialId, Number, Content, Writers, WrittenAt) = (material, number, content, [writer], at);

    public Guid MaterialId { get; private init; }
    public int Number { get; private init; }
    public MaterialContent Content { get; private set; } = null!;

    /// <summary>Accounts of everybody who had a hand in it; none of them reviews it.</summary>
    public List<string> Writers { get; private set; } = [];

    public DateTimeOffset WrittenAt { get; private set; }
    public string? CheckedBy { get; set; }
    public DateTimeOffset? CheckedAt { get; set; }
    public string? ReleasedBy { get; set; }
    public DateTimeOffset? ReleasedAt { get; set; }
    public string? ReturnedBecause { get; set; }
    public string? WithdrawnBecause { get; set; }
    public string? WithdrawnBy { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }

    internal void Rewrite(MaterialContent content, string writer, DateTimeOffset at) =>
        (Content, Writers, WrittenAt) = (content, Writers.Contains(writer) ? Writers : [.. Writers, writer], at);
}
