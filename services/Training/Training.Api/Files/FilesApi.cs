using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Files;

internal static class FilesApi
{
    /// <summary>能力档案: read by the person and by the training staff, with a right to object.</summary>
    public static void MapFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/my/file", GetMyFile.Handle).WithTags("Files").RequireAuthorization(People.Trainees);
        app.MapPut("/my/file/objections/{id:guid}", ObjectToFile.Handle).WithTags("Files").RequireAuthorization(People.Trainees).ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem();
        app.MapGet("/trainees/{account}/file", GetFile.Handle).WithTags("Files").RequireAuthorization(People.Trainers).ProducesProblem(StatusCodes.Status404NotFound);
        app.MapGet("/objections", ListObjections.Handle).WithTags("Files").RequireAuthorization(People.Trainers);
        app.MapPost("/objections/{id:guid}/answer", AnswerObjection.Handle).WithTags("Files").RequireAuthorization(People.Trainers)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesValidationProblem();
    }
}
