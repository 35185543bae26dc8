namespace Xinfang.Portal.Tests;

/// <summary>Pictures of every page, and as it prints, for a person to look at: written where XINFANG_SHOTS says, else not at all.</summary>
[Collection(InABrowser.Name)]
public sealed class LookingAtPages(PortalHost host)
{
    [Fact]
    public async Task Every_page_can_be_photographed()
    {
        var folder = Environment.GetEnvironmentVariable("XINFANG_SHOTS");
        Assert.SkipWhen(folder is null, "XINFANG_SHOTS names no folder.");
        var only = Environment.GetEnvironmentVariable("XINFANG_SHOTS_ONLY")?.Split(',');
        foreach (var width in new[] { 1280, 360 })
        {
            foreach (var place in Everywhere.Places.Where(place => only is null || only.Contains(place.Name)))
            {
                var page = await host.Browse(width);
                await Everywhere.Go(page, place);
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{place.Name}-{width}.png"), FullPage = true });
                if (width > 1000) await page.PdfAsync(new() { Path = Path.Combine(folder, $"{place.Name}.pdf"), PreferCSSPageSize = true });
                await page.Context.CloseAsync();
            }
        }
    }
}
