namespace Xinfang.Outreach.Tests;

public class Catalogue(OutreachApp app)
{
    [Fact]
    public async Task Is_read_by_everybody()
    {
        using var client = app.Public();
        Assert.Contains("现场咨询", await client.GetStringAsync(new Uri("/catalogue", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
