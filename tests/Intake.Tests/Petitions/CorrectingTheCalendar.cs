using Microsoft.Extensions.DependencyInjection;
using Xinfang.Intake.Api.Petitions;
using Xinfang.Law;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Petitions;

/// <summary>A corrected notice moves the last day of forwarding of what still waits, once; what was routed keeps its own.</summary>
public class CorrectingTheCalendar(IntakeApp app)
{
    // Received on 27 July 2024: day 15 is Sunday 11 August, rolled to Monday the 12th. The correction makes that Monday a day off.
    private static readonly DateTimeOffset Received = Wire.On(2024, 7, 27);

    [Fact, Rule("A-14")]
    public async Task Moves_what_waits_and_leaves_what_was_routed()
    {
        var form = Wire.Form();
        form["happenedOn"] = "2024-07-01";
        var waiting = await app.Classified(Received, form: form);
        var routed = await app.Classified(Received, form: form);
        await (await app.As("clerk", Wire.On(2024, 7, 29)).Post($"/petitions/{routed.Id}/forwarding", new { organ = "120104-zjw", reason = "房屋共用管道归区住建委管。" })).Json();
        var ct = TestContext.Current.CancellationToken;
        await using var replica = app.Replica();
        var clock = replica.Services.GetRequiredService<LegalClock>();
        var years = LegalCalendar.Default.Write().ToList();
        years[0] = years[0].Replace("\"days\":[", "\"days\":[{\"name\":\"示例\",\"date\":\"2024-08-12\",\"isOffDay\":true},", StringComparison.Ordinal);

        clock.Use(LegalCalendar.Read(years));
        var corrections = replica.Services.GetRequiredService<DateCorrection>();
        await Task.WhenAll(corrections.RunAsync(ct), corrections.RunAsync(ct));
        await corrections.RunAsync(ct);

        Assert.Equal(new DateTime(2024, 8, 13), await app.Sql<DateTime>("select forward_due_on::timestamp from petition where id = $1", waiting.Id));
        Assert.Equal(new DateTime(2024, 8, 11), await app.Sql<DateTime>("select forward_strict_due_on::timestamp from petition where id = $1", waiting.Id));
        Assert.Equal(new DateTime(2024, 8, 12), await app.Sql<DateTime>("select forward_due_on::timestamp from petition where id = $1", routed.Id));
        Assert.Equal(1, await app.Sql<long>("select count(*) from record where petition_id = $1 and act = 'CorrectDates'", waiting.Id));
        Assert.Equal(0, await app.Sql<long>("select count(*) from record where petition_id = $1 and act = 'CorrectDates'", routed.Id));
        Assert.True((await (await app.As("clerk").Get($"/petitions/{waiting.Id}/record/verification")).Json()).GetProperty("intact").GetBoolean());
    }
}
