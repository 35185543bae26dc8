using Xinfang.ServiceDefaults.Organs;
using Xinfang.Testing;
using Table = Xinfang.ServiceDefaults.Organs.Organs;

namespace Xinfang.ServiceDefaults.Tests.Organs;

public class ReadingOrgans
{
    [Fact]
    public void Codes_are_dot_free_and_unique()
    {
        Assert.All(Table.All, o => Assert.Matches("^[0-9]{6}([0-9]{3}|-[a-z]+)?$", o.Code));
        Assert.Equal(Table.All.Count, Table.All.DistinctBy(o => o.Code).Count());
        Assert.Equal(Table.All.Count, Table.All.DistinctBy(o => o.Name).Count());
        Assert.Equal(Table.All.Count, Table.All.DistinctBy(o => o.DocumentCode).Count());
    }

    [Fact]
    public void Every_organ_of_the_district_has_a_review_body_and_a_recheck_body()
        => Assert.All(Table.OfDistrict, o =>
        {
            Assert.NotNull(Table.ReviewBodyOf(o.Code));
            Assert.NotNull(Table.RecheckBodyOf(o.Code));
        });

    [Theory]
    [InlineData("120104001", "120104", "120000")]
    [InlineData("120104-zjw", "120104", "120000")]
    [InlineData("120104-gafj", "120000-gafj", "120000")]
    [InlineData("120104-swfj", "120000-swfj", "100000-swfj")]
    [InlineData("120104-zrzy", "120000-zrzy", "120000")]
    public void Review_goes_one_level_up_and_recheck_one_more(string organ, string review, string recheck)
    {
        Assert.Equal(review, Table.ReviewBodyOf(organ)!.Code);
        Assert.Equal(recheck, Table.RecheckBodyOf(organ)!.Code);
    }

    [Fact]
    public void Bodies_that_review_are_superior_to_an_organ_of_the_district()
    {
        Assert.Contains(Table.Find("120104"), Table.Reviewing);
        Assert.Contains(Table.Find("120000"), Table.Reviewing);
        Assert.Contains(Table.Find("120000-gafj"), Table.Reviewing);
        Assert.DoesNotContain(Table.Reviewing, body => Table.OfDistrict.Contains(body));
    }

    [Fact]
    public void Review_of_the_district_government_goes_to_the_municipal_one()
        => Assert.Equal("120000", Table.ReviewBodyOf("120104")!.Code);

    [Fact, Rule("A-26")]
    public void An_abolished_organ_hands_its_duties_to_its_successor_from_the_day_after()
    {
        Assert.Equal("120104-wjsw", Table.InChargeOn("120104-wjsw", new DateOnly(2018, 12, 31))!.Code);
        Assert.Equal("120104-wjw", Table.InChargeOn("120104-wjsw", new DateOnly(2019, 1, 1))!.Code);
        Assert.All(Table.All.Where(o => o.ValidTo is not null), o => Assert.NotNull(Table.Find(o.Successor)));
    }

    [Fact]
    public void Links_lead_to_organs_of_the_table_and_never_in_a_circle()
        => Assert.All(Table.All, o =>
        {
            var seen = new HashSet<string> { o.Code };
            for (var up = o.Superior; up is not null; up = Table.Find(up)!.Superior)
            {
                Assert.NotNull(Table.Find(up));
                Assert.True(seen.Add(up));
            }
        });

    [Fact, Rule("A-12"), Rule("A-16")]
    public void The_office_twelve_streets_and_more_than_twenty_departments_are_there_and_can_be_told_apart()
    {
        Assert.Equal(12, Table.Streets.Count);
        Assert.True(Table.Routable.Count >= 35);
        Assert.Equal(OrganKind.Discipline, Table.Find(Table.Discipline)!.Kind);
        Assert.Equal(OrganKind.Office, Table.Find(Table.Office)!.Kind);
        Assert.DoesNotContain(Table.Routable, o => o.Code == Table.Office);
        Assert.All(Table.Routable, o => Assert.NotEmpty(o.Duties));
    }

    [Fact]
    public void Telephones_are_made_up_and_belong_to_one_organ()
    {
        Assert.All(Table.All, o => Assert.StartsWith("022-0000 0", o.Phone, StringComparison.Ordinal));
        Assert.Equal(Table.All.Count, Table.All.DistinctBy(o => o.Phone).Count());
    }
}
