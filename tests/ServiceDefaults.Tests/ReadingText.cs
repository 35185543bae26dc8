using System.Text.Json;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.ServiceDefaults.Tests;

public class ReadingText
{
    private sealed record Body(string Text, DayOfWeek? Day = null);

    private static readonly JsonSerializerOptions Json = Rules();

    [Theory]
    [InlineData("楼下水管返水，物业和产权单位互相推")]
    [InlineData("line\nline\ttab")]
    [InlineData("😀 𠮷")]
    public void Keeps_what_people_write(string text) =>
        Assert.Equal(text, JsonSerializer.Deserialize<Body>(JsonSerializer.Serialize(new Body(text), Json), Json)!.Text);

    [Theory]
    [InlineData("""{"text":"a\u0000b"}""")]
    [InlineData("""{"text":"\ud800"}""")]
    [InlineData("""{"text":"\u202eabc"}""")]
    [InlineData("""{"text":"\u0007"}""")]
    [InlineData("""{"text":5}""")]
    [InlineData("""{"text":null}""")]
    [InlineData("""{}""")]
    [InlineData("""{"text":"a","unknown":1}""")]
    [InlineData("""{"text":"a","day":3}""")]
    [InlineData("""{"text":"a","day":"Someday"}""")]
    public void Refuses_what_cannot_be_kept_or_was_not_asked_for(string json) =>
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Body>(json, Json));

    [Fact]
    public void Chinese_stays_Chinese_on_the_wire() =>
        Assert.Equal("""{"text":"南开","day":"Monday"}""", JsonSerializer.Serialize(new Body("南开", DayOfWeek.Monday), Json));

    private static JsonSerializerOptions Rules()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        JsonRules.Apply(options);
        return options;
    }
}
