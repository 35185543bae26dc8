using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Progress;

/// <summary>
/// 查进度: POST /progress/tickets. Number, query code and last four for a ticket of half an hour. A number that does not exist, a
/// wrong code and a wrong last four get the same answer after the same work.
/// </summary>
internal static class IssueTicket
{
    private static readonly TimeSpan Valid = TimeSpan.FromMinutes(30);

    public sealed record Request(string Number, string QueryCode, string? LastFour = null);

    public sealed record Response(string Ticket, DateTimeOffset ExpiresAt);

    public static async Task<IResult> Handle(
        Request request, IntakeDb db, QueryKeys keys, QueryLimit limit, PetitionTickets tickets, TimeProvider time, HttpResponse response, CancellationToken ct)
    {
        var number = PetitionNumber.Read(request.Number) ?? "";
        if (!limit.Allows(number))
        {
            response.Headers.RetryAfter = "60";
            return Problems.Of("rate.limited", "查得太快了，请过一分钟再查。也可以打022-0000 0000。", StatusCodes.Status429TooManyRequests);
        }

        var stored = await db.Petitions.Where(p => p.Number == number).IgnoreAutoIncludes().Select(p => new QueryKeys.Stored(
            p.Id.Value, p.Anonymous, EF.Property<byte[]>(p, QueryKeys.Code),
            EF.Property<byte[]?>(p, QueryKeys.PhoneLastFour), EF.Property<byte[]?>(p, QueryKeys.IdentityLastFour))).SingleOrDefaultAsync(ct);
        if (!keys.Open(number, request.QueryCode, request.LastFour, stored))
            return Problems.Of("progress.not-found", "编号、查询码或者后四位对不上，请对照回执再填一遍。", StatusCodes.Status404NotFound);

        var expiresAt = time.GetUtcNow() + Valid;
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(tickets.Issue(stored!.Id, expiresAt), expiresAt));
    }
}
