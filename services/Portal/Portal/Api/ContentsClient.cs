namespace Xinfang.Portal.Api;

/// <summary>A line of the tree of contents.</summary>
/// <param name="Path">城乡建设·物业服务.</param>
/// <param name="Retired">Not chosen any more.</param>
/// <param name="Petitions">How many are classified under it.</param>
public sealed record ContentLine(string Code, string Name, string Path, int Level, string? Parent, bool Retired, int Petitions);

/// <summary>A change of the tree.</summary>
public sealed record ContentChangeRow(string Code, string Name, bool Retired, string By, DateTimeOffset At);

/// <summary>The tree and its last changes.</summary>
public sealed record ContentsView(IReadOnlyList<ContentLine> Items, IReadOnlyList<ContentChangeRow> Changes);

/// <summary>The tree of contents, through Intake.</summary>
public sealed class ContentsClient(HttpClient http) : GatewayClient(http, "/api/intake")
{
    /// <summary>All lines, retired ones too.</summary>
    public Task<Answer<ContentsView>> All(CancellationToken ct) => Get<ContentsView>("/contents", ct: ct);

    /// <summary>A line under another.</summary>
    public Task<Answer<Done>> Add(string parent, string name, CancellationToken ct) => Post<Done>("/contents", new { parent, name }, ct: ct);

    /// <summary>Renames, retires or takes back into use.</summary>
    public Task<Answer<Done>> Change(string code, string? name, bool? retired, CancellationToken ct) => Post<Done>($"/contents/{code}", new { name, retired }, ct: ct);
}
