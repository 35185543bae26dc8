using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Catalogue;

/// <summary>可选的单位、街道、分类: GET /catalogue</summary>
internal static class ReadCatalogue
{
    public sealed record Choice(string Code, string Name);

    public sealed record OrganChoice(string Code, string Name, string FullName, OrganKind Kind);

    public sealed record Response(
        IReadOnlyList<OrganChoice> Organs, IReadOnlyList<Choice> Streets, IReadOnlyList<Choice> Categories, IReadOnlyList<Choice> Contents, string PrivacyVersion);

    private static readonly IReadOnlyList<OrganChoice> Routable = [.. Organs.Routable.Select(organ => new OrganChoice(organ.Code, organ.ShortName, organ.Name, organ.Kind))];
    private static readonly IReadOnlyList<Choice> Streets = [.. Organs.Streets.Select(street => new Choice(street.Code, street.ShortName))];
    private static readonly IReadOnlyList<Choice> Categories = [.. Enum.GetValues<Category>().Select(category => new Choice(category.ToString(), Words.Of(category)))];

    public static void MapCatalogue(this IEndpointRouteBuilder app)
    {
        app.MapGet("/catalogue", Handle).WithTags("Catalogue").AllowAnonymous();
        var contents = app.MapGroup("/contents").WithTags("Catalogue");
        contents.MapGet("", ListContents.Handle).RequireAuthorization(Duty.AnyOf(Duty.Register, Duty.Oversee, Duty.Audit));
        contents.MapPost("", AddContent.Handle).RequireAuthorization(Duty.Oversee).WithMetadata(PetitionRegulations.Registration);
        contents.MapPost("/{code}", ChangeContent.Handle).RequireAuthorization(Duty.Oversee).WithMetadata(PetitionRegulations.Registration);
    }

    public static async Task<IResult> Handle(IntakeDb db, CancellationToken ct)
    {
        var tree = await db.ContentTreeAsync(ct);
        return TypedResults.Ok(new Response(Routable, Streets, Categories, [.. tree.All.Where(line => !line.Retired).Select(line => new Choice(line.Code, tree.NameOf(line.Code)))], Form.PrivacyVersion));
    }
}
