using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Screens;

/// <summary>A display on the desk.</summary>
/// <param name="Address">What it opens, from the site's root.</param>
internal sealed record ScreenView(Guid Id, string Name, string Place, bool Retired, string Address)
{
    public static ScreenView Of(Screen screen) => new(screen.Id, screen.Name, screen.Place, screen.Retired, $"/screen/{screen.Key}");
}

/// <summary>登记或者改一块屏: PUT /screens/{id}, under an id the caller made.</summary>
internal static class SaveScreen
{
    public sealed record Request(
        [property: Required(ErrorMessage = "请填写名称。"), StringLength(30, MinimumLength = 2, ErrorMessage = "名称2到30个字。")] string? Name,
        [property: Required(ErrorMessage = "请填写地点。"), StringLength(40, MinimumLength = 2, ErrorMessage = "地点2到40个字。")] string? Place,
        bool Retired = false);

    public static async Task<Ok<ScreenView>> Handle(Guid id, Request request, CurrentCaller caller, OutreachDb db, CancellationToken ct)
    {
        var screen = await db.Set<Screen>().SingleOrDefaultAsync(each => each.Id == id, ct);
        if (screen is null) db.Add(screen = new(id, request.Name!, request.Place!, caller.Account));
        screen.Describe(request.Name!, request.Place!, request.Retired);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ScreenView.Of(screen));
    }
}
