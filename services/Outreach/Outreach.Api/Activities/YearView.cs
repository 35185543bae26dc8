using Xinfang.Outreach.Api.Catalogue;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>What the year is counted from.</summary>
internal sealed record YearFact(DateOnly On, string Street, IReadOnlyList<string> Forms, IReadOnlyList<string> Audiences, bool Held);

/// <summary>A month: planned and held, in which forms.</summary>
/// <param name="OneFormOnly">宣传形式单一: held in one form alone, the first deficiency of the 2024 report.</param>
internal sealed record YearMonth(int Month, int Planned, int Held, IReadOnlyList<string> Forms, bool OneFormOnly);

/// <summary>How much there was for a street, an audience or in a form.</summary>
internal sealed record YearLine(string Code, string Name, int Planned, int Held);

/// <summary>年度视图: what there is, and where there is nothing: months, streets, audiences, forms (S-34, S-45).</summary>
internal sealed record YearView(
    int Year, IReadOnlyList<YearMonth> Months, IReadOnlyList<YearLine> Streets, IReadOnlyList<YearLine> Audiences, IReadOnlyList<YearLine> Forms,
    IReadOnlyList<int> MonthsWithout, IReadOnlyList<string> StreetsWithout, IReadOnlyList<string> AudiencesWithout, IReadOnlyList<string> FormsWithout)
{
    public static YearView Of(int year, IReadOnlyList<YearFact> facts)
    {
        List<YearMonth> months = [.. Enumerable.Range(1, 12).Select(month => MonthOf(month, [.. facts.Where(each => each.On.Month == month)]))];
        var streets = Lines(Organs.Streets.Select(street => (street.Code, street.ShortName)), (each, code) => each.Street == code);
        var audiences = Lines(Catalogue.Audiences.All.Select(each => (each.Code, each.Name)), (each, code) => each.Audiences.Contains(code));
        var forms = Lines(Catalogue.Forms.All.Select(each => (each.Code, each.Name)), (each, code) => each.Forms.Contains(code));
        return new(year, months, streets, audiences, forms, [.. months.Where(each => each.Planned == 0).Select(each => each.Month)], Without(streets), Without(audiences), Without(forms));

        List<YearLine> Lines(IEnumerable<(string Code, string Name)> all, Func<YearFact, string, bool> fits) =>
            [.. all.Select(each => new YearLine(each.Code, each.Name, facts.Count(fact => fits(fact, each.Code)), facts.Count(fact => fact.Held && fits(fact, each.Code))))];
    }

    private static YearMonth MonthOf(int month, IReadOnlyList<YearFact> facts)
    {
        List<string> forms = [.. facts.Where(each => each.Held).SelectMany(each => each.Forms).Distinct()];
        return new(month, facts.Count, facts.Count(each => each.Held), [.. forms.Select(Catalogue.Forms.NameOf)], forms.Count == 1);
    }

    private static List<string> Without(IEnumerable<YearLine> lines) => [.. lines.Where(each => each.Planned == 0).Select(each => each.Name)];
}
