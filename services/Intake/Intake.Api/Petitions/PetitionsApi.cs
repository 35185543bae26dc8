using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

internal static class PetitionsApi
{
    private static readonly string Office = Duty.AnyOf(Duty.Register, Duty.Oversee, Duty.Supervise, Duty.Audit);

    /// <summary>Who reads its documents: the office, and the organ that holds the petition.</summary>
    private static readonly string Readers = Duty.AnyOf(Duty.Register, Duty.Oversee, Duty.Audit, Duty.Handle, Duty.Check, Duty.Head, Duty.Feed);

    public static void MapPetitions(this IEndpointRouteBuilder app)
    {
        var petitions = app.MapGroup("/petitions").WithTags("Petitions");
        var acts = petitions.MapGroup("/{id:guid}").AddEndpointFilter<TryAgain<IntakeDb>>();
        petitions.MapPost("", SubmitPetition.Handle).AllowAnonymous();
        petitions.MapPut("/{id:guid}", RegisterPetition.Handle).RequireAuthorization(Duty.Register).WithMetadata(PetitionRegulations.Registration);
        petitions.MapGet("", ListPetitions.Handle).RequireAuthorization(Office);
        petitions.MapGet("/counts", CountPetitions.Handle).RequireAuthorization(Office);
        petitions.MapGet("/{id:guid}", ReadPetition.Handle).RequireAuthorization(Office);
        acts.MapPost("/classification", ClassifyPetition.Handle).RequireAuthorization(Duty.Register).WithMetadata(PetitionRegulations.Forwarding);
        acts.MapPost("/forwarding", ForwardPetition.Handle).RequireAuthorization(Duty.Register).WithMetadata(PetitionRegulations.Forwarding);
        acts.MapPost("/assignment", AssignPetition.Handle).RequireAuthorization(Duty.Register).WithMetadata(PetitionRegulations.ForwardingWithReport);
        acts.MapPost("/reply", ReplyPetition.Handle).RequireAuthorization(Duty.Register).WithMetadata(PetitionRegulations.Registration);
        acts.MapPost("/link", LinkPetition.Handle).RequireAuthorization(Duty.Register).WithMetadata(PetitionRegulations.HigherLevelBar);
        acts.MapPost("/diversion", DivertPetition.Handle).RequireAuthorization(Duty.Register).WithMetadata(PetitionRegulations.LitigationSeparation);
        petitions.MapGet("/{id:guid}/messages", ReadMessages.Handle).RequireAuthorization(Duty.AnyOf(Duty.Handle, Duty.Check, Duty.Head));
        acts.MapPost("/messages/{number:int}/reply", AnswerMessage.Handle).RequireAuthorization(Duty.Handle).WithMetadata(PetitionRegulations.Diligence);
        petitions.MapGet("/{id:guid}/dossier", ReadDossier.Handle)
            .RequireAuthorization(Duty.AnyOf(Duty.Handle, Duty.Check, Duty.Head, Duty.Feed));
        petitions.MapGet("/{id:guid}/documents/{document:guid}", ReadDocument.Handle).RequireAuthorization(Readers);
        petitions.MapGet("/{id:guid}/documents/{document:guid}.docx", DownloadDocument.Word).RequireAuthorization(Readers);
        petitions.MapGet("/{id:guid}/documents/{document:guid}.pdf", DownloadDocument.Pdf).RequireAuthorization(Readers);
        petitions.MapGet("/{id:guid}/evidence", ReadEvidence.Handle)
            .RequireAuthorization(Duty.AnyOf(Duty.Register, Duty.Oversee, Duty.Supervise, Duty.Audit, Duty.Handle, Duty.Check, Duty.Head));
        acts.MapPost("/call-back", CallBackPetitioner.Handle).RequireAuthorization(Duty.AnyOf(Duty.Register, Duty.Oversee)).WithMetadata(PetitionRegulations.Rating);
        app.MapGet("/call-backs", ListCallBacks.Handle).WithTags("Petitions").RequireAuthorization(Office);
        petitions.MapGet("/{id:guid}/rating", ReadRating.Handle)
            .RequireAuthorization(Duty.AnyOf(Duty.Register, Duty.Oversee, Duty.Supervise));
        petitions.MapGet("/{id:guid}/record/verification", VerifyRecord.Handle)
            .RequireAuthorization(Duty.AnyOf(Duty.Register, Duty.Oversee, Duty.Audit));
    }
}
