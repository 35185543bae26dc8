using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Library;

/// <summary>A text on the desk: the newest version in full, what may be done with it, and the versions before it.</summary>
internal sealed record MaterialView(
    Guid Id, string Slug, MaterialKind Kind, string KindName, string Topic, string TopicName, string Audience, string AudienceName, int Latest, MaterialState State, string StateName,
    int? Public, DateOnly? ValidFrom, DateOnly? ValidUntil, uint RowVersion, MaterialContent Content, IReadOnlyList<string> Basis, string? ReturnedBecause, IReadOnlyList<VersionView> Versions, IReadOnlyList<string> Acts)
{
    public static MaterialView Of(Material material, OutreachDb db, CurrentCaller caller)
    {
        var newest = material.Newest;
        return new(material.Id, material.Slug, material.Kind, Vocabulary.NameOf(Vocabulary.Kinds, material.Kind.ToString()), material.Topic, Vocabulary.NameOf(Vocabulary.Topics, material.Topic),
            material.Audience, Vocabulary.NameOf(Vocabulary.Audiences, material.Audience), material.Latest, material.State, NameOf(material), material.Public, material.ValidFrom, material.ValidUntil,
            db.VersionOf(material), newest.Content, [.. newest.Content.Basis!.Select(basis => basis.Article.ToString())], newest.ReturnedBecause,
            [.. material.Versions.OrderByDescending(version => version.Number).Select(VersionView.Of)], [.. ActsOf(material, newest, caller)]);
    }

    public static string NameOf(Material material) => material.State switch
    {
        MaterialState.Draft => material.Newest.ReturnedBecause is null ? "起草" : "退回修改",
        MaterialState.Submitted => "待初审",
        MaterialState.Checked => "待复审",
        _ => material.Public is null ? "已撤下" : "已发布",
    };

    /// <summary>What this person may do now, by the rules the domain keeps.</summary>
    private static IEnumerable<string> ActsOf(Material material, MaterialVersion newest, CurrentCaller caller)
    {
        var own = newest.Writers.Contains(caller.Account);
        if (material.State is MaterialState.Draft or MaterialState.Released) yield return "Edit";
        if (material.State is MaterialState.Draft) yield return "Submit";
        if (material.State is MaterialState.Submitted && !own) yield return "Check";
        if (material.State is MaterialState.Checked && !own && newest.CheckedBy != caller.Account) yield return "Release";
        if (material.State is MaterialState.Submitted or MaterialState.Checked) yield return "Return";
        if (material.Public is not null) yield return "Withdraw";
    }
}

/// <summary>Who did what to a version, and when.</summary>
internal sealed record VersionView(
    int Number, string Title, IReadOnlyList<string> Writers, DateTimeOffset WrittenAt, string? CheckedBy, DateTimeOffset? CheckedAt, string? ReleasedBy, DateTimeOffset? ReleasedAt, string? WithdrawnBecause,
    DateTimeOffset? WithdrawnAt)
{
    public static VersionView Of(MaterialVersion version) => new(version.Number, version.Content.Title!, version.Writers, version.WrittenAt, version.CheckedBy, version.CheckedAt, version.ReleasedBy,
        version.ReleasedAt, version.WithdrawnBecause, version.WithdrawnAt);
}

/// <summary>A released text as everybody reads it.</summary>
internal sealed record TextView(
    Guid Id, string Slug, int Version, MaterialKind Kind, string KindName, string Topic, string TopicName, string AudienceName, string Title, string Lead, IReadOnlyList<MaterialSection> Sections,
    IReadOnlyList<string> Basis, DateOnly ReleasedOn, DateOnly? ValidUntil, int Questions)
{
    public static TextView Of(Material material, MaterialVersion version)
    {
        var content = version.Content;
        return new(material.Id, material.Slug, version.Number, material.Kind, Vocabulary.NameOf(Vocabulary.Kinds, material.Kind.ToString()), material.Topic, Vocabulary.NameOf(Vocabulary.Topics, material.Topic),
            Vocabulary.NameOf(Vocabulary.Audiences, material.Audience), content.Title!, content.Lead!, content.Sections!, [.. content.Basis!.Select(basis => basis.Article.ToString())],
            Moment.DateIn(version.ReleasedAt!.Value), material.ValidUntil, content.Questions?.Count ?? 0);
    }
}
