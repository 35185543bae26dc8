using Xinfang.Documents.Checks;

namespace Xinfang.Documents.Tests.Checks;

public class DrawingTheSample
{
    private static readonly Guid[] Documents = [.. Enumerable.Range(1, 95).Select(n => new Guid(n, 0, 0, new byte[8]))];

    [Fact]
    public void Drawn_again_it_is_the_same_and_another_month_is_another_sample()
    {
        var drawn = Sampling.Draw(Documents, id => id, 0.1, "120104|120104-zjw|2026-04");
        Assert.Equal(10, drawn.Count);
        Assert.Equal(drawn, Sampling.Draw([.. Documents.Reverse()], id => id, 0.1, "120104|120104-zjw|2026-04"));
        Assert.NotEqual(drawn, Sampling.Draw(Documents, id => id, 0.1, "120104|120104-zjw|2026-05"));
    }

    [Fact]
    public void Of_a_few_there_is_one_and_of_none_there_is_none()
    {
        Assert.Single(Sampling.Draw(Documents[..2], id => id, 0.1, "seed"));
        Assert.Empty(Sampling.Draw(Array.Empty<Guid>(), id => id, 0.1, "seed"));
    }
}
