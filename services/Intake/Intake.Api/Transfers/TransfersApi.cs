using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Transfers;

internal static class TransfersApi
{
    public static void MapTransfers(this IEndpointRouteBuilder app)
    {
        var transfers = app.MapGroup("/transfers").WithTags("Transfers").RequireAuthorization(Duty.Transfer).WithMetadata(PetitionRegulations.Channels);
        transfers.MapGet("", ListTransfers.Handle);
        transfers.MapPut("/{number}", ReceiveTransfer.Handle);
        transfers.MapGet("/{number}", ReadTransfer.Handle);
    }
}
