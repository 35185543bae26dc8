using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Notices;

/// <summary>清单: GET /notices/print-lists/{list}. Names and addresses in full as long as the letters lie here; once posted, nobody needs them any more.</summary>
internal static class ReadPrintList
{
    /// <param name="Address">Null once it is posted.</param>
    /// <param name="Paper">The office's own paper; null where the envelope takes a slip that says that there is something new.</param>
    public sealed record Letter(NoticeView Notice, string Name, string? Address, DocumentContent? Paper);

    public sealed record Response(Guid Id, IReadOnlyList<Letter> Letters);

    public static async Task<IResult> Handle(Guid list, HttpResponse response, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        var notices = await db.Notices.AsNoTracking().Where(n => n.PrintList == list).OrderBy(n => n.Id).ToListAsync(ct);
        if (notices.Count == 0) return Refusals.NoticeUnknown.ToProblem();

        var (views, now) = (await NoticeView.OfAsync(db, notices, people, ct), clock.Now());
        List<Letter> letters = [];
        foreach (var view in views) letters.Add(view.State is NoticeState.Printed ? await OpenAsync(db, view, people, now, ct) : new(view, view.Name, null, null));
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(list, letters));
    }

    private static async Task<Letter> OpenAsync(IntakeDb db, NoticeView view, PersonalData people, Moment now, CancellationToken ct)
    {
        var content = await db.Notices.Where(n => n.Id == view.Id).Select(n => new { n.PaperId, Addressee = EF.Property<byte[]>(n, NoticeMapping.Addressee) }).SingleAsync(ct);
        var addressee = Addressee.Decrypted(content.Addressee, people, view.PetitionId);
        var petition = (await db.Petitions.FindAsync([new PetitionId(view.PetitionId)], ct))!;
        // A petition sealed since then has no letters: neither paper nor address is opened (art. 30).
        if (petition.Sealed) return new(view, view.Name, null, null);
        var paper = content.PaperId is { } id ? await db.ReadDocumentAsync(petition, id, forPetitioner: true, people, now, ct) : null;
        return new(view, addressee.Name ?? "", addressee.Address, paper);
    }
}
