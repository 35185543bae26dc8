using Xinfang.Training.Api.Bank;
using Xinfang.Training.Api.Study;

namespace Xinfang.Training.Api.Catalogue;

/// <summary>What can be chosen among.</summary>
internal static class CatalogueApi
{
    public static void MapCatalogue(this IEndpointRouteBuilder app)
        => app.MapGet("/catalogue", () => TypedResults.Ok(new CatalogueView(Modes.All, Forms.All, Topics.All, Competencies.All, Obligations.All))).WithTags("Catalogue").AllowAnonymous();
}

/// <summary>Modes and forms of study, topics with the hours they ask, what an officer has to be able to do, and what a year asks of each rank.</summary>
internal sealed record CatalogueView(IReadOnlyList<Mode> Modes, IReadOnlyList<Mode> Forms, IReadOnlyList<Topic> Topics, IReadOnlyList<Competency> Competencies, IReadOnlyList<Obligation> Obligations);
