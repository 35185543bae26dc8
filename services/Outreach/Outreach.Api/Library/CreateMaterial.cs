using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Library;

/// <summary>起草: PUT /library/{id}, under an id the caller made (version 7). The same again changes nothing.</summary>
internal static class CreateMaterial
{
    /// <param name="Slug">Its name in addresses.</param>
    public sealed record Request(
        [property: Required(ErrorMessage = "请填写网址名。"), RegularExpression("[a-z0-9]+(-[a-z0-9]+)*", ErrorMessage = "网址名用小写字母、数字和短横。"), StringLength(40, MinimumLength = 2, ErrorMessage = "网址名2到40个字。")] string? Slug,
        MaterialKind Kind,
        [property: Required(ErrorMessage = "请填写内容。")] MaterialRequest? Text);

    public static async Task<Results<Created<MaterialView>, Ok<MaterialView>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        if (request.Text!.Refused() is { } refusal) return refusal.ToProblem();
        if (await db.MaterialAsync(id, ct) is { } known) return TypedResults.Ok(MaterialView.Of(known, db, caller));
        if (await db.Set<Material>().AnyAsync(other => other.Slug == request.Slug, ct)) return Refusals.SlugTaken.ToProblem();

        var material = new Material(id, request.Slug!, request.Kind, request.Text.Topic!, request.Text.Audience!, request.Text.Content!, caller.Account, clock.Now().At);
        db.Add(material);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/library/{id}", MaterialView.Of(material, db, caller));
    }
}
