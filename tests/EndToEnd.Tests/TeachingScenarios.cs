using Xinfang.EndToEnd.Tests.Running;
using Xinfang.Testing;

namespace Xinfang.EndToEnd.Tests;

/// <summary>The acceptance scenarios of the handbook (domain §13) about teaching the public, over HTTP through the gateway.</summary>
[Collection(nameof(WholeSystem))]
public sealed class TeachingScenarios(WholeSystem system)
{
    /// <summary>A past year in which no other test holds anything.</summary>
    private const int Year = 2023;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Rule("S-34"), Rule("S-45")]
    public async Task Scenario_20_a_month_with_one_form_alone_is_warned_of_until_another_form_is_used()
    {
        await HoldAsync("NoticeBoard", 3);
        await HoldAsync("NoticeBoard", 3);
        Assert.Equal((true, "宣传栏"), await MarchAsync());
        Assert.Contains("方式方法单一", await DiversityAsync(), StringComparison.Ordinal);
        Assert.False((await YearAsync()).GetProperty("months")[3].GetProperty("oneFormOnly").GetBoolean()); // April has nothing, which is another gap
        Assert.Contains(4, (await YearAsync()).GetProperty("monthsWithout").EnumerateArray().Select(month => month.GetInt32()));

        await HoldAsync("Consultation", 3);
        Assert.Equal((false, "宣传栏、现场咨询台"), await MarchAsync());
        Assert.DoesNotContain("方式方法单一", await DiversityAsync(), StringComparison.Ordinal);
        Assert.Contains("少于5种", await DiversityAsync(), StringComparison.Ordinal);
    }

    private async Task HoldAsync(string form, int month)
    {
        var (id, on) = (Guid.CreateVersion7(), new DateOnly(Year, month, 12));
        var planned = await system.People.SendAsync(await system.People.AsAsync("outreach", HttpMethod.Put, $"/api/outreach/activities/{id}",
            new { title = "条例进社区", street = "120104003", community = "五马路社区", place = "党群服务中心", on, forms = new[] { form }, audiences = new[] { "Residents" } }), Ct);
        Assert.True(planned.IsDone, planned.ToString());
        await system.People.ActAsync("outreach", $"/api/outreach/activities/{id}/holding", new { heldOn = on, attendance = 40, summary = "讲了怎样提出信访事项。" }, Ct);
    }

    private async Task<(bool OneFormOnly, string Forms)> MarchAsync()
    {
        var march = (await YearAsync()).GetProperty("months")[2];
        return (march.GetProperty("oneFormOnly").GetBoolean(), string.Join('、', march.GetProperty("forms").EnumerateArray().Select(form => form.GetString()).Order(StringComparer.Ordinal)));
    }

    private async Task<System.Text.Json.JsonElement> YearAsync() => (await system.People.GetAsync("office-head", $"/api/outreach/activities/year?year={Year}", Ct)).Json;

    /// <summary>What the measure of diversity (O-2) says of the quarter.</summary>
    private async Task<string> DiversityAsync() => (await system.People.GetAsync("office-head", $"/api/outreach/measures?quarter={Year}Q1", Ct)).Json.GetProperty("rows")[0].GetProperty("measures").EnumerateArray()
        .Single(measure => measure.GetProperty("code").GetString() == "O-2").GetProperty("note").GetString()!;
}
