using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Polly;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.CaseHandling.Api.Documents;

/// <summary>What a document needs of the petitioner's own words; it stays with Intake and is read under the caller's token.</summary>
/// <param name="Petitioner">Masked: 张*.</param>
/// <param name="Claims">In the petitioner's words, in order.</param>
internal sealed record Dossier(string? Petitioner, IReadOnlyList<string> Claims);

/// <summary>Intake's dossiers. Intake decides whether this organ may read this one.</summary>
internal sealed class Dossiers(HttpClient intake, IHttpContextAccessor http)
{
    /// <summary>The dossier, or null while Intake cannot be asked or does not know that the petition is here.</summary>
    public async Task<Dossier?> ReadAsync(Guid petition, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/petitions/{petition}/dossier");
        request.Headers.TryAddWithoutValidation("Authorization", http.HttpContext?.Request.Headers.Authorization.ToString());
        try
        {
            using var response = await intake.SendAsync(request, ct);
            if (response.StatusCode is not HttpStatusCode.OK) return null;
            return Read(await response.Content.ReadFromJsonAsync<JsonElement>(MessageTypes.Json, ct));
        }
        catch (Exception e) when (e is HttpRequestException or ExecutionRejectedException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>503: an opinion without the claims in the petitioner's words must not be issued (art. 32).</summary>
    public static ProblemHttpResult Unavailable() => Problems.Of("dossier.unavailable",
        "现在读不到信访材料，没有办成。请过一会儿再试，您写的内容没有保存。", StatusCodes.Status503ServiceUnavailable, PetitionRegulations.Opinion);

    private static Dossier Read(JsonElement dossier) => new(
        dossier.TryGetProperty("petitioner", out var petitioner) ? TextOf(petitioner, "name") : null,
        dossier.TryGetProperty("claims", out var claims) && claims.ValueKind is JsonValueKind.Array
            ? [.. claims.EnumerateArray().Select(claim => TextOf(claim, "text") ?? "")]
            : []);

    private static string? TextOf(JsonElement element, string property) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Object when element.TryGetProperty(property, out var text) && text.ValueKind is JsonValueKind.String => text.GetString(),
        _ => null,
    };
}
