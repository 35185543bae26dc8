using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Receptions;

/// <summary>
/// 预约接访: POST /supervision/reception-days/{day}/appointments, by the petitioner with a ticket, or by the office for a petition it names.
/// The answer and everything kept tells the petition's id and a place in the queue, nothing of a person.
/// </summary>
internal static class BookReception
{
    /// <param name="PetitionId">For the office; the petitioner's ticket says it.</param>
    /// <param name="Number">信访编号, instead of the id.</param>
    public sealed record Request(Guid? PetitionId = null, [property: StringLength(40, ErrorMessage = "编号太长。")] string? Number = null);

    public sealed record Response(int Slot, DateOnly On, TimeOnly From, TimeOnly Until);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid day, Request request, HttpRequest http, CurrentCaller caller, PetitionTickets tickets, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        var citizen = http.Headers.ContainsKey(PetitionTickets.Header);
        if (citizen ? tickets.Read(http) is null : caller.Account.Length == 0) return citizen ? Problems.TicketRequired() : Problems.Unauthorized();
        var person = citizen ? Person.Petitioner : caller.Person();
        if ((ReceptionDay.Flow.Of(ReceptionAct.Book).Who & person.Capacity) == 0)
            return ReceptionDay.Flow.Refuses(ReceptionAct.Book, ReceptionStatus.Published, person.Capacity)!.ToProblem();
        var days = citizen ? db.Set<ReceptionDay>().Where(each => each.Status != ReceptionStatus.Planned) : db.ReceptionsFor(caller);
        if (await db.OpenFiledAsync(days, day, ct) is not { } found) return Problems.NotFound();
        if ((citizen ? tickets.Read(http) : await FindAsync(request, caller, db, ct)) is not { } petition)
            return Problems.Invalid(new Dictionary<string, string[]> { ["number"] = ["没有这个编号的信访事项。"] });

        if (found.Book(person, petition, clock.Now()).Refused(out var refusal, out var booked)) return refusal.ToProblem();

        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(booked.Slot, found.On, found.From, found.Until));
    }

    private static async Task<Guid?> FindAsync(Request request, CurrentCaller caller, CaseHandlingDb db, CancellationToken ct)
    {
        var petitions = db.OpenPetitions(caller);
        if (request.PetitionId is { } id) petitions = petitions.Where(each => each.Id == new PetitionId(id));
        else if (request.Number?.Trim() is { Length: > 0 } number) petitions = petitions.Where(each => each.Number == number);
        else return null;
        return (await petitions.Select(each => (PetitionId?)each.Id).SingleOrDefaultAsync(ct))?.Value;
    }
}
