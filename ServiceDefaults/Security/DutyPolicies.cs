using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.ServiceDefaults.Security;

/// <summary>Makes a policy of each duty, or of several joined by "|" (any one suffices), when it is first asked for.</summary>
internal sealed class DutyPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName)
    {
        if (await base.GetPolicyAsync(policyName) is { } known) return known;
        var duties = policyName.Split('|');
        return duties.All(Duty.All.Contains)
            ? new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireClaim("duty", duties).Build()
            : null;
    }
}

/// <summary>Answers 401 and 403 as problems; a 403 names the article that gives the act to somebody else, if the endpoint says one.</summary>
internal sealed class DutyAnswers : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _fallback = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden)
        {
            var basis = context.GetEndpoint()?.Metadata.GetMetadata<Article>();
            await new Refusal("duty.missing", "办理这一步不在您的职责范围内。", basis, RefusalKind.Forbidden).ToProblem().ExecuteAsync(context);
            return;
        }
        if (authorizeResult.Challenged)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await Problems.Unauthorized().ExecuteAsync(context);
            return;
        }
        await _fallback.HandleAsync(next, context, policy, authorizeResult);
    }
}
