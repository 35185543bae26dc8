namespace Xinfang.Intake.Tests;

public class Describing(IntakeApp app)
{
    [Fact]
    public async Task The_service_describes_itself()
    {
        var described = await (await app.Public().Get("/openapi/v1.json")).Json();
        Assert.True(described.GetProperty("paths").TryGetProperty("/reception/turns/{id}", out _));
    }
}
