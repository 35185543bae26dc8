using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Corrections;

/// <summary>我的信息 and 更正申请 (个人信息保护法 45, 46): the petitioner reads what is kept and asks, the office checks and answers.</summary>
internal static class CorrectionsApi
{
    public static void MapCorrections(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/progress").WithTags("Progress").AllowAnonymous().AddEndpointFilter<TryAgain<IntakeDb>>();
        own.MapGet("/data", ReadOwnData.Handle);
        own.MapPost("/corrections", AskForCorrection.Handle).WithMetadata(Form.Correcting);

        var deciders = Duty.AnyOf(Duty.Register, Duty.Oversee, Duty.Head);
        var corrections = app.MapGroup("/corrections").WithTags("Corrections");
        corrections.MapGet("", ListCorrections.Handle).RequireAuthorization(deciders);
        corrections.MapGet("/{id:guid}", ReadCorrection.Handle).RequireAuthorization(deciders).WithMetadata(Form.Authorization);
        corrections.MapPost("/{id:guid}/decision", DecideCorrection.Handle).RequireAuthorization(deciders).WithMetadata(Form.Correcting);
    }
}
