using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>What is to be done next with a petition.</summary>
internal enum Box { All, ToClaim, ToAccept, Handling, ToCheck, ToSign, ToServe, ToComplete, ToEnforce, Contested, Done }

internal static class Boxes
{
    /// <summary>One definition for lists and counts.</summary>
    public static Expression<Func<Petition, bool>> Of(Box box) => box switch
    {
        Box.All => petition => true,
        Box.ToClaim => petition => petition.Status == PetitionStatus.Received && petition.Officer == null,
        Box.ToAccept => petition => petition.Status == PetitionStatus.Received && petition.Officer != null,
        Box.Handling => petition => petition.Status == PetitionStatus.Accepted || petition.Status == PetitionStatus.Mediating || petition.Status == PetitionStatus.Verified,
        Box.ToCheck => petition => petition.DraftDesk == DraftDesk.Checker,
        Box.ToSign => petition => petition.DraftDesk == DraftDesk.Head,
        Box.ToServe => petition => petition.Status == PetitionStatus.Decided,
        Box.ToComplete => petition => petition.Status == PetitionStatus.Served || petition.Status == PetitionStatus.Settled || petition.Status == PetitionStatus.Transferred,
        Box.ToEnforce => petition => petition.Status == PetitionStatus.Completed && petition.NextTerm != null,
        Box.Contested => petition => petition.Status == PetitionStatus.Contested,
        Box.Done => petition => petition.Status == PetitionStatus.Completed || petition.Status == PetitionStatus.Declined || petition.Status == PetitionStatus.Returned
            || petition.Status == PetitionStatus.Withdrawn || petition.Status == PetitionStatus.Terminated || petition.Status == PetitionStatus.Barred,
        _ => throw new ArgumentOutOfRangeException(nameof(box)),
    };
}

/// <summary>收件箱: GET /petitions?box=&amp;after=&amp;limit=, by the nearest date, then by id.</summary>
internal static class ListPetitions
{
    /// <param name="Warning">Step of the warning ladder the term has reached: 0, 50, 75, 85, 99, or 100 for a breach.</param>
    /// <param name="WarningName">预警, 警告, 严重警告, 到期, 超期; null below the first step.</param>
    public sealed record Next(string Label, TermView Term, int Warning, string? WarningName);

    public sealed record Item(
        Guid Id, string? Number, Category Category, PetitionStatus Status, bool Claimed, bool Urgent, bool Assigned, int Round,
        DateOnly ReceivedOn, string Organ, string? Officer, Next? Next);

    private sealed record Key(DateOnly DueOn, Guid Id);

    private sealed record Row(
        PetitionId Id, string? Number, Category Category, PetitionStatus Status, bool Urgent, bool Assigned, int Round,
        DateOnly ReceivedOn, string Organ, OfficerId? Officer, DateOnly NextDueOn, string? NextTerm, IReadOnlyList<PetitionTerm> Terms);

    public static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        CurrentCaller caller, CaseHandlingDb db, LegalClock clock, WarningLadder ladder, CancellationToken ct, Box box = Box.All, string? after = null, int? limit = null)
    {
        if (!Enum.IsDefined(box)) return Problems.Invalid(new Dictionary<string, string[]> { ["box"] = ["没有这个收件箱。"] }); // ?box=101 binds
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var take = Cursor.Limit(limit);

        var petitions = db.Petitions.AsNoTracking().VisibleTo(caller).Where(Boxes.Of(box));
        if (last is { DueOn: var due, Id: var guid })
        {
            var id = new PetitionId(guid);
            petitions = petitions.Where(p => EF.Functions.GreaterThan(ValueTuple.Create(p.NextDueOn, p.Id), ValueTuple.Create(due, id)));
        }
        var rows = await petitions.OrderBy(p => p.NextDueOn).ThenBy(p => p.Id).Take(take + 1)
            .Select(p => new Row(p.Id, p.Number, p.Category, p.Status, p.Urgent, p.Assigned, p.Round, p.ReceivedOn, p.Organ, p.Officer, p.NextDueOn, p.NextTerm, p.StartedTerms))
            .ToListAsync(ct);

        var now = clock.Now();
        var page = Page<Row>.Of(rows, take, row => new Key(row.NextDueOn, row.Id.Value));
        return TypedResults.Ok(new Page<Item>([.. page.Items.Select(row => View(row, ladder, now))], page.Next));
    }

    private static Item View(Row row, WarningLadder ladder, Moment now)
    {
        var owed = row.Terms.FirstOrDefault(term => term.Code == row.NextTerm);
        var (next, step) = (owed?.View(now), owed is null ? 0 : ladder.StepOn(owed.Facts.Project(now.Calendar, now.Terms), now.Date));
        return new(row.Id.Value, row.Number, row.Category, row.Status, row.Officer is not null, row.Urgent, row.Assigned, row.Round,
            row.ReceivedOn, row.Organ, row.Officer?.Value, next is null ? null : new(next.Name, next, step, step == 0 ? null : WarningLadder.NameOf(step)));
    }
}
