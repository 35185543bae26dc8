using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Library;

internal static class LibraryApi
{
    /// <summary>Who writes and reviews texts.</summary>
    public static readonly string Staff = Duty.AnyOf(Duty.Teach, Duty.Oversee);

    /// <summary>资料库: the desk's side under /library, what everybody reads under /texts.</summary>
    public static void MapLibrary(this IEndpointRouteBuilder app)
    {
        var library = app.MapGroup("/library").WithTags("Library").RequireAuthorization(Staff)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesValidationProblem();
        library.MapGet("/", ListMaterials.Handle);
        var one = library.MapGroup("/{id:guid}").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        one.MapPut("/", CreateMaterial.Handle);
        one.MapGet("/", GetMaterial.Handle);
        one.MapGet("/versions/{number:int}", ReadVersion.Handle);
        one.MapPut("/draft", EditMaterial.Handle).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
        one.MapPost("/submission", SubmitMaterial.Handle);
        one.MapPost("/check", CheckMaterial.Handle);
        one.MapPost("/return", ReturnMaterial.Handle);
        one.MapPost("/release", ReleaseMaterial.Handle);
        one.MapPost("/withdrawal", WithdrawMaterial.Handle);

        var texts = app.MapGroup("/texts").WithTags("Library").AllowAnonymous();
        texts.MapGet("/", ListTexts.Handle).ProducesProblem(StatusCodes.Status400BadRequest);
        texts.MapGet("/vocabulary", () => TypedResults.Ok(new VocabularyView(Vocabulary.Kinds, Vocabulary.Topics, Vocabulary.Audiences)));
        texts.MapGet("/{name}", ReadText.Handle).ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>The text with all its versions.</summary>
    public static Task<Material?> MaterialAsync(this OutreachDb db, Guid id, CancellationToken ct) =>
        db.Set<Material>().Include(material => material.Versions).SingleOrDefaultAsync(material => material.Id == id, ct);

    /// <summary>The text that everybody may read today, by its slug or id, with the public version alone.</summary>
    public static async Task<(Material Material, MaterialVersion Version)?> ShownAsync(this OutreachDb db, string name, DateOnly today, CancellationToken ct)
    {
        var all = db.Set<Material>().AsNoTracking();
        var found = Guid.TryParse(name, out var id) ? all.Where(material => material.Id == id) : all.Where(material => material.Slug == name);
        if (await found.SingleOrDefaultAsync(ct) is not { } material || !material.IsShown(today)) return null;
        return (material, await db.Set<MaterialVersion>().AsNoTracking().SingleAsync(version => version.MaterialId == material.Id && version.Number == material.Public, ct));
    }
}

/// <summary>The lists to choose from.</summary>
internal sealed record VocabularyView(IReadOnlyList<Named> Kinds, IReadOnlyList<Named> Topics, IReadOnlyList<Named> Audiences);
