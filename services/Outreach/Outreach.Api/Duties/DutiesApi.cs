using Microsoft.EntityFrameworkCore;
using Xinfang.Contracts.Outreach.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Duties;

internal static class DutiesApi
{
    public static void MapDuties(this IEndpointRouteBuilder app)
    {
        var duties = app.MapGroup("/duties").WithTags("Duties").RequireAuthorization(Readers.Everybody)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        duties.MapGet("", ListDuties.Handle);
        duties.MapGet("/completion", MeasureDuties.Handle);
        duties.MapGet("/list.csv", ExportDuties.Handle);
        duties.MapGet("/{id:guid}", GetDuty.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        duties.MapPut("/{id:guid}", MakeDuty.Handle).RequireAuthorization(Duty.Teach).For(OutreachLaw.EachOrganTeaches);
        duties.MapPost("/{id:guid}/amendment", AmendDuty.Handle).For(OutreachLaw.EachOrganTeaches);
        duties.MapPost("/{id:guid}/report", ReportDuty.Handle).For(OutreachLaw.EachOrganTeaches);
        duties.MapPost("/{id:guid}/return", ReturnDuty.Handle).For(OutreachLaw.EachOrganTeaches);
        duties.MapPost("/{id:guid}/confirmation", ConfirmDuty.Handle).For(OutreachLaw.EachOrganTeaches);
        duties.MapPost("/{id:guid}/dropping", DropDuty.Handle).For(OutreachLaw.EachOrganTeaches);
    }

    /// <summary>Tells where an item stands now.</summary>
    public static void Tell(this OutreachDb db, DutyItem item, Moment now) => db.Publish(item.Id, new DutyChanged
    {
        DutyId = item.Id,
        Organ = item.Organ,
        Year = item.Year,
        DueOn = item.DueOn,
        Status = item.Status.ToString(),
        ReportedOn = item.Status is DutyStatus.Reported or DutyStatus.Done ? item.ReportedOn : null,
        ChangedAt = now.At,
    });

    /// <summary>The items a caller may see: all of them at the office, an organ's own elsewhere.</summary>
    public static IQueryable<DutyItem> DutiesFor(this OutreachDb db, CurrentCaller caller) =>
        caller.SeesAll() ? db.Set<DutyItem>() : db.Set<DutyItem>().Where(item => item.Organ == caller.Organ);

    public static Task<DutyItem?> DutyAsync(this OutreachDb db, Guid id, CurrentCaller caller, CancellationToken ct) => db.DutiesFor(caller).SingleOrDefaultAsync(item => item.Id == id, ct);
}
