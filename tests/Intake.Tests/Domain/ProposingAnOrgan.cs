using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Tests.Domain;

public class ProposingAnOrgan
{
    private static readonly CatalogueEntry[] Catalogue =
    [
        new("120104-zjw", "区住建委", ["房屋", "漏水", "物业"]),
        new("120104-cgw", "区城管委", ["垃圾", "路灯"]),
    ];

    private static readonly CatalogueEntry Street = new("120104001", "长虹街道", ["社区"]);

    [Fact]
    public void Shows_the_words_it_rests_on()
    {
        var best = Proposals.Organs(new("房屋漏水，物业不管，垃圾也没人收"), null, Catalogue)[0];
        Assert.Equal("120104-zjw", best.Value);
        Assert.Equal(["房屋", "漏水", "物业"], best.Evidence);
        Assert.Contains("漏水", best.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void One_word_alone_is_never_very_sure() => Assert.True(Proposals.Organs(new("路灯坏了"), null, Catalogue)[0].Confidence < 0.90);

    [Fact]
    public void Where_no_word_speaks_the_street_is_only_a_guess()
    {
        var only = Assert.Single(Proposals.Organs(new("想问一件事"), Street, Catalogue));
        Assert.Equal(("120104001", "拿不准"), (only.Value, only.InWords));
        Assert.Empty(only.Evidence);
    }

    [Fact]
    public void Nothing_is_invented() => Assert.Empty(Proposals.Organs(new("想问一件事"), null, Catalogue));

    [Fact]
    public void Confidence_falls_when_words_speak_for_others_too()
    {
        var alone = Proposals.Organs(new("房屋漏水"), null, Catalogue)[0].Confidence;
        var disputed = Proposals.Organs(new("房屋漏水，垃圾没人收"), null, Catalogue)[0].Confidence;
        Assert.True(disputed < alone);
    }

    [Fact]
    public void What_it_is_about_weighs_more_than_what_is_mentioned() => Assert.Equal("120104-cgw",
        Proposals.Organs(new("路灯坏了", "旁边的房屋看不清"), null, Catalogue)[0].Value);

    [Fact]
    public void An_accusation_is_recognised_as_a_proposal() => Assert.Equal("Accusation", Proposals.CategoriesOf(new("举报某科长受贿、索贿"))[0].Value);
}
