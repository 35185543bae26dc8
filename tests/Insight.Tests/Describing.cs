namespace Xinfang.Insight.Tests;

public class Describing(InsightApp app)
{
    [Fact]
    public async Task The_service_describes_itself()
    {
        var described = await (await app.Public().Get("/openapi/v1.json")).Json();
        Assert.True(described.GetProperty("paths").TryGetProperty("/measures", out _));
    }
}
