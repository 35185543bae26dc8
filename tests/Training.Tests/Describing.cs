namespace Xinfang.Training.Tests;

public class Describing(TrainingApp app)
{
    [Fact]
    public async Task The_service_describes_itself()
    {
        var described = await (await app.Public().Get("/openapi/v1.json")).Json();
        Assert.True(described.GetProperty("paths").TryGetProperty("/catalogue", out _));
    }
}
