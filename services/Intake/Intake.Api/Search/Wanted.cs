using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Intake.Recognition.Search;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Search;

/// <summary>A search request as it was understood: what was typed into the one box may have been a number.</summary>
internal sealed partial record Wanted(SearchQuery Text, SearchQuery Place, string? Number, string? Name, string? Phone, string? IdNumber, SearchPetitions.Request Filters)
{
    private const string District = "120104-", Largest = "99999999999999999999";

    public static Wanted Of(SearchPetitions.Request request)
    {
        var typed = request.Text?.Trim() ?? "";
        var (number, phone, identity) = (Trimmed(request.Number), Form.Phone(request.Phone), Trimmed(request.IdNumber));
        if (NumberPattern().IsMatch(typed)) (number, typed) = (typed, "");
        else if (IdentityPattern().IsMatch(typed)) (identity, typed) = (typed, "");
        else if (Form.Phone(typed) is { } dialled && typed.Length >= 11) (phone, typed) = (dialled, "");
        if (number is not null && ShortNumberPattern().IsMatch(number)) number = District + number;
        return new(SearchQuery.Of(typed), SearchQuery.Of(request.Place), number, Trimmed(request.Name), phone, identity?.ToUpperInvariant(), request);
    }

    /// <summary>Somebody is looked for by who they are.</summary>
    public bool HasPerson => (Name ?? Phone ?? IdNumber) is not null;

    public bool HasWords => Text.Words.Count + Place.Words.Count > 0;

    /// <summary>Everything but the words, as a condition on the rows.</summary>
    public IQueryable<Petition> Among(IQueryable<Petition> petitions, IntakeDb db, PersonalData people)
    {
        if (Number is { } number)
        {
            // Bounds for the index, whichever way the database sorts.
            var end = number + Largest;
            petitions = petitions.Where(p => EF.Functions.GreaterThanOrEqual(ValueTuple.Create(p.Number), ValueTuple.Create(number))
                && EF.Functions.LessThan(ValueTuple.Create(p.Number), ValueTuple.Create(end)) && p.Number.StartsWith(number));
        }
        if (Filters.Street is { Length: > 0 } street) petitions = petitions.Where(p => p.Street == street);
        if (Filters.Channel is { } channel) petitions = petitions.Where(p => p.Channel == channel);
        if (Filters.Category is { } category) petitions = petitions.Where(p => p.Category == category);
        if (Filters.Organ is { Length: > 0 } organ) petitions = petitions.Where(p => p.Organ == organ);
        if (Filters.State is { } state) petitions = petitions.Where(p => p.Status == state);
        if (Filters.From is { } from) petitions = petitions.Where(p => p.ReceivedOn >= from);
        if (Filters.To is { } to) petitions = petitions.Where(p => p.ReceivedOn <= to);
        return OfPerson(petitions, db, people);
    }

    // Whole values only: a keyed hash knows no beginnings. Sealed ones have none to be found by.
    private IQueryable<Petition> OfPerson(IQueryable<Petition> petitions, IntakeDb db, PersonalData people)
    {
        if (Name is null && Phone is null && IdNumber is null) return petitions;
        var dossiers = db.Dossiers.AsNoTracking();
        if (Name is not null)
        {
            var hash = people.SearchHash("name", Name);
            dossiers = dossiers.Where(d => d.NameHash == hash);
        }
        if (Phone is not null)
        {
            var hash = people.SearchHash("phone", Phone);
            dossiers = dossiers.Where(d => d.PhoneHash == hash);
        }
        if (IdNumber is not null)
        {
            var hash = people.SearchHash("identity", IdNumber);
            dossiers = dossiers.Where(d => d.IdentityHash == hash);
        }
        return petitions.Where(p => dossiers.Any(d => d.PetitionId == p.Id));
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex(@"^(?:120104-)?\d{8}-\d{0,9}$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^\d{8}-\d{0,9}$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortNumberPattern();

    [GeneratedRegex(@"^\d{17}[\dXx]$", RegexOptions.CultureInvariant)]
    private static partial Regex IdentityPattern();
}
