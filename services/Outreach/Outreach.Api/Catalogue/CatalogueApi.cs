using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Outreach.Api.Catalogue;

/// <summary>What can be chosen among.</summary>
internal static class CatalogueApi
{
    public static void MapCatalogue(this IEndpointRouteBuilder app)
        => app.MapGet("/catalogue", () => TypedResults.Ok(new CatalogueView(
            Forms.All, Audiences.All, MaterialKinds.All, [.. Organs.Streets.Select(street => new Form(street.Code, street.ShortName))]))).WithTags("Catalogue").AllowAnonymous();
}

/// <summary>The forms of outreach, in the order of the office's own report; whom it is for; what is handed out; the streets.</summary>
internal sealed record CatalogueView(IReadOnlyList<Form> Forms, IReadOnlyList<Form> Audiences, IReadOnlyList<Form> Materials, IReadOnlyList<Form> Streets);
