using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Polly;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Documents;

/// <summary>What a document needs of the petitioner's own words; it stays with Intake and is read under the caller's token.</summary>
/// <param name="Petitioner">Masked: 张*.</param>
/// <param name="Claims">In the petitioner's words, in order.</param>
/// <param name="Facts">The facts and reasons in the petitioner's words (art. 32).</param>
internal sealed record Dossier(Dossier.Person Petitioner, IReadOnlyList<string> Claims, string? Facts = null)
{
    public sealed record Person(string Name);
}

/// <summary>Intake, which knows who the petitioner is and what was said. It decides whether the caller may know.</summary>
internal sealed class Dossiers(HttpClient intake)
{
    private sealed record Addressee(string Name);

    /// <summary>The dossier as this officer may read it; null while Intake cannot be asked or does not show it.</summary>
    public Task<Dossier?> ReadAsync(Guid petition, HttpRequest caller, CancellationToken ct) =>
        AskAsync<Dossier>($"/petitions/{petition}/dossier", "Authorization", caller.Headers.Authorization.ToString(), ct);

    /// <summary>The petitioner's full name, for the petitioner's own copy; null while Intake cannot be asked.</summary>
    public async Task<string?> AddresseeAsync(HttpRequest citizen, CancellationToken ct) =>
        (await AskAsync<Addressee>("/progress/addressee", PetitionTickets.Header, citizen.Headers[PetitionTickets.Header].ToString(), ct))?.Name;

    /// <summary>Intake's part of the petition's bundle, as it is sent; null while Intake cannot be asked or does not show it.</summary>
    public async Task<string?> EvidenceAsync(Guid petition, HttpRequest caller, CancellationToken ct) =>
        (await AskAsync<JsonElement?>($"/petitions/{petition}/evidence", "Authorization", caller.Headers.Authorization.ToString(), ct))?.GetRawText();

    /// <summary>503: an opinion without the claims in the petitioner's words must not be issued (art. 32).</summary>
    public static ProblemHttpResult Unavailable() => Problems.Of("dossier.unavailable",
        "现在读不到信访材料，没有办成。请过一会儿再试，您写的内容没有保存。", StatusCodes.Status503ServiceUnavailable, PetitionRegulations.Opinion);

    private async Task<T?> AskAsync<T>(string path, string header, string value, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, value);
        try
        {
            using var response = await intake.SendAsync(request, ct);
            return response.StatusCode is HttpStatusCode.OK ? await response.Content.ReadFromJsonAsync<T>(JsonRules.Client, ct) : default;
        }
        catch (Exception e) when (e is HttpRequestException or ExecutionRejectedException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return default; // the standard resilience handler has tried, and telemetry has the failure
        }
    }
}
