using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Intake.Api.Catalogue;

/// <summary>可选的单位、街道、分类: GET /catalogue</summary>
internal static class ReadCatalogue
{
    public sealed record Choice(string Code, string Name);

    public sealed record OrganChoice(string Code, string Name, string FullName, OrganKind Kind);

    public sealed record Response(
        IReadOnlyList<OrganChoice> Organs, IReadOnlyList<Choice> Streets, IReadOnlyList<Choice> Categories, IReadOnlyList<Choice> Contents, string PrivacyVersion);

    private static readonly Response Answer = new(
        [.. Organs.Routable.Select(organ => new OrganChoice(organ.Code, organ.ShortName, organ.Name, organ.Kind))],
        [.. Organs.Streets.Select(street => new Choice(street.Code, street.ShortName))],
        [.. Enum.GetValues<Category>().Select(category => new Choice(category.ToString(), Words.Of(category)))],
        [.. ContentCodes.All.Select(content => new Choice(content.Code, content.Name))],
        Form.PrivacyVersion);

    public static void MapCatalogue(this IEndpointRouteBuilder app) =>
        app.MapGet("/catalogue", () => TypedResults.Ok(Answer)).WithTags("Catalogue").AllowAnonymous();
}
