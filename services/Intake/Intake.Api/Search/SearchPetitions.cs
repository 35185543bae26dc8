using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Petitions;
using Xinfang.Intake.Domain;
using Xinfang.Intake.Recognition.Search;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Search;

/// <summary>检索: POST /search. Words in what was said, where, by whom (exactly, by keyed hash), and what the petition itself knows; all of it must hold.</summary>
internal static class SearchPetitions
{
    /// <summary>Relevance puts first what has the words in its subject, rarer words counting for more, and the newest first among equals.</summary>
    public enum Order { Relevance, Newest }

    /// <param name="Text">Words, a petition number, a mobile number or an identity number.</param>
    /// <param name="Number">The petition number or its beginning.</param>
    /// <param name="Place">Words of where it happened.</param>
    /// <param name="From">Received on this day or later.</param>
    /// <param name="Purpose">What for, where somebody is looked for by name or number.</param>
    public sealed record Request(
        string? Text = null, string? Number = null, string? Name = null, string? Phone = null, string? IdNumber = null, string? Place = null, string? Street = null,
        Channel? Channel = null, Category? Category = null, string? Organ = null, PetitionStatus? State = null, DateOnly? From = null, DateOnly? To = null,
        Order Order = Order.Relevance, string? After = null, int? Limit = null, SearchPurpose? Purpose = null);

    /// <summary>A piece of text; marked where a word was found.</summary>
    public sealed record Fragment(string Text, bool Marked);

    public sealed record Row(
        Guid Id, string Number, IReadOnlyList<Fragment> Subject, IReadOnlyList<Fragment> Excerpt, string? Street, string? StreetName, Channel Channel, string ChannelText,
        string? PetitionerMasked, DateOnly ReceivedOn, Category? Category, string? CategoryText, bool Urgent, bool Sealed, PetitionStatus Stage, string StageText, OrganView? Organ);

    public sealed record Bucket(string Value, string Text, int Count);

    /// <summary>Counted among what was found; null on later pages.</summary>
    public sealed record FacetsView(IReadOnlyList<Bucket> State, IReadOnlyList<Bucket> Category, IReadOnlyList<Bucket> Organ, IReadOnlyList<Bucket> Street, IReadOnlyList<Bucket> Channel);

    /// <param name="Total">How many were found; null on later pages.</param>
    /// <param name="More">There are more than are counted; the newest are.</param>
    /// <param name="About">Counted by the index and not looked at one by one: a few may not have the words side by side.</param>
    /// <param name="Partly">No petition has all the words; these have some of them.</param>
    /// <param name="Words">The words looked for, as they were read.</param>
    public sealed record Response(
        IReadOnlyList<Row> Items, string? Next, int? Total, bool More, bool About, bool Partly, FacetsView? Facets, IReadOnlyList<string> Words);

    private static readonly Refusal TooCommon = new("search.too-common", "这个字几乎每一件里都有。请再多写一两个字。", Kind: RefusalKind.Invalid);
    private static readonly Refusal TooLong = new("search.too-long", "检索的内容最多200个字。", Kind: RefusalKind.Invalid);
    private static readonly Refusal NoPhone = new("search.phone", "电话要写完整：手机号11位，固定电话带区号。不能只查其中几位。", Kind: RefusalKind.Invalid);
    private static readonly Refusal NoPurpose = new("search.purpose", "按姓名、电话、证件号找人的，请先选为了什么。", Form.Authorization, RefusalKind.Invalid);
    private static readonly Refusal NoDays = new("search.days", "起始日期在截止日期之后。", Kind: RefusalKind.Invalid);

    public static async Task<IResult> Handle(
        Request request, CurrentCaller caller, PetitionSearch search, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (Refuses(request) is { } refusal) return refusal.ToProblem();
        if (!Cursor.TryRead<PetitionSearch.Key>(request.After, out var last)) return Cursor.Invalid();
        var wanted = Wanted.Of(request);
        if (wanted.Text.Words.Count > 0 && wanted.Text.IsEmpty || wanted.Place.Words.Count > 0 && wanted.Place.IsEmpty) return TooCommon.ToProblem();
        if (wanted.HasPerson)
        {
            if (request.Purpose is not { } purpose || !Enum.IsDefined(purpose)) return NoPurpose.ToProblem();
            await RecordAsync(wanted, purpose, caller, db, people, clock.Now().At, ct);
        }
        return TypedResults.Ok(await search.FindAsync(wanted, caller, last, Cursor.Limit(request.Limit), ct));
    }

    // Before it is looked for: a search that fails was one all the same.
    private static async Task RecordAsync(Wanted wanted, SearchPurpose purpose, CurrentCaller caller, IntakeDb db, PersonalData people, DateTimeOffset at, CancellationToken ct)
    {
        db.SearchReadings.Add(new()
        {
            Id = Guid.CreateVersion7(at),
            Account = caller.Account,
            Organ = caller.Organ,
            At = at,
            Purpose = purpose,
            NameHash = Hash("name", wanted.Name),
            PhoneHash = Hash("phone", wanted.Phone),
            IdentityHash = Hash("identity", wanted.IdNumber),
        });
        await db.SaveChangesAsync(ct);

        byte[]? Hash(string kind, string? value) => value is null ? null : people.SearchHash(kind, value);
    }

    private static Refusal? Refuses(Request request)
    {
        string?[] texts = [request.Text, request.Number, request.Name, request.Phone, request.IdNumber, request.Place, request.Street, request.Organ];
        if (texts.Any(text => text?.Length > 200)) return TooLong;
        if (!string.IsNullOrWhiteSpace(request.Phone) && Form.Phone(request.Phone) is null) return NoPhone;
        return request.From > request.To ? NoDays : null;
    }
}
