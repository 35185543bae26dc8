using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Xinfang.ServiceDefaults.Security;

/// <summary>The signed-in person or system behind a request, as its token says.</summary>
public sealed record CurrentCaller(string Account, string Name, string Organ, IReadOnlyList<string> Duties)
{
    public bool Has(string duty) => Duties.Contains(duty);

    public static CurrentCaller Of(ClaimsPrincipal user) => new(
        user.FindFirstValue("sub") ?? "",
        user.FindFirstValue("name") ?? user.FindFirstValue("sub") ?? "",
        user.FindFirstValue("organ") ?? "",
        [.. user.FindAll("duty").Select(claim => claim.Value)]);

    public static ValueTask<CurrentCaller?> BindAsync(HttpContext context) => ValueTask.FromResult<CurrentCaller?>(Of(context.User));
}
