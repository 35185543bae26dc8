namespace Xinfang.Training.Tests;

public class Catalogue(TrainingApp app)
{
    [Fact]
    public async Task Is_read_by_everybody()
    {
        using var client = app.Public();
        Assert.Contains("理论学习中心组", await client.GetStringAsync(new Uri("/catalogue", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
