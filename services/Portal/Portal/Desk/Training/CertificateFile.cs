using Xinfang.Portal.Api;

namespace Xinfang.Portal.Desk.Training;

/// <summary>合格证明 as a file: the Portal asks in the reader's name and passes on.</summary>
internal static class CertificateFile
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/training/sittings/{id:guid}/certificate.pdf", (Guid id, DocumentsClient documents, CancellationToken ct) =>
        documents.File($"training/sittings/{id}/certificate.pdf", null, ct)).RequireAuthorization(TrainingMenu.Trainees).ExcludeFromDescription();
}
