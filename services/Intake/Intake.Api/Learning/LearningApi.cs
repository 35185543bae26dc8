using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Learning;

/// <summary>What is learnt from the office's decisions, for its head.</summary>
internal static class LearningApi
{
    public static void MapLearning(this IEndpointRouteBuilder app)
    {
        var recognition = app.MapGroup("/recognition").WithTags("Recognition");
        recognition.MapGet("", ReadRecognition.Handle).RequireAuthorization(Duty.AnyOf(Duty.Oversee, Duty.Audit));
        recognition.MapPost("/{question}/use", UseModel.Handle).RequireAuthorization(Duty.Oversee).WithMetadata(PetitionRegulations.Registration);
    }
}
