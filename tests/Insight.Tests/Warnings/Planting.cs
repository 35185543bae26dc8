using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.Insight.Api.Facts;
using Xinfang.Insight.Api.Warnings;
using Xinfang.Insight.Api.Warnings.Rules;
using Xinfang.Law;

namespace Xinfang.Insight.Tests.Warnings;

/// <summary>What is kept of petitions, put there at once, and the rules asked at a time of one's choice.</summary>
internal static class Planting
{
    public const string Street = "120104001", Housing = "120104-zjw", Urban = "120104-cgw";

    public static PetitionFact Fact(DateOnly received, string content = "040000", string street = Street, string? organ = Housing) => new()
    {
        PetitionId = Guid.CreateVersion7(), Events = 1, ReceivedOn = received, RegisteredOn = received, Channel = "Online", Street = street, Content = content, Category = "Redress", Organ = organ, RoutedOn = organ is null ? null : received,
    };

    public static Task Plant(this InsightApp app, params IEnumerable<PetitionFact> facts) => app.Db(async db =>
    {
        db.AddRange(facts);
        await db.SaveChangesAsync();
    });

    public static Moment At(this InsightApp app, DateTimeOffset at) => app.Services.GetRequiredService<LegalClock>().Now() with { At = at };

    /// <summary>Asks one rule.</summary>
    public static Task<int> Raise(this IServiceProvider services, WarningRule rule, Moment now) => services.GetRequiredService<WarningWatch>()
        .RaiseAsync(services.GetServices<IWarningRule>().Single(each => each.Rule == rule), now, TestContext.Current.CancellationToken);

    /// <summary>Asks all of them and escalates.</summary>
    public static Task Scan(this InsightApp app, DateTimeOffset at) => app.Services.GetRequiredService<WarningWatch>().ScanAsync(app.At(at), TestContext.Current.CancellationToken);

    public static Task<List<Warning>> About(this InsightApp app, WarningRule rule, string subject) =>
        app.Db(db => db.Set<Warning>().AsNoTracking().Where(warning => warning.Rule == rule && warning.Subject == subject).OrderBy(warning => warning.RaisedAt).ToListAsync());

    /// <summary>A warning about one petition of an organ that is due in a day.</summary>
    public static async Task<Warning> Warned(this InsightApp app, DateTimeOffset at, string organ = Housing)
    {
        var day = Moment.DateIn(at);
        var fact = Fact(day.AddDays(-59), organ: organ);
        (fact.AcceptedOn, fact.DueOn) = (day.AddDays(-59), day.AddDays(1));
        await app.Plant(fact);
        await app.Services.Raise(WarningRule.TermLikelyMissed, app.At(at));
        return (await app.About(WarningRule.TermLikelyMissed, fact.PetitionId.ToString())).Single();
    }
}
