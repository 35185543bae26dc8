using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Tests.Domain;

public class KeysAndNumbers
{
    [Fact]
    public void A_query_code_has_nothing_that_can_be_misread()
    {
        for (var i = 0; i < 2000; i++) Assert.DoesNotContain(QueryCode.New(anonymous: i % 2 == 0), sign => "0O1I".Contains(sign, StringComparison.Ordinal));
    }

    [Fact]
    public void The_code_of_the_anonymous_is_longer()
    {
        Assert.Matches("^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$", QueryCode.New(anonymous: false));
        Assert.Matches("^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$", QueryCode.New(anonymous: true));
    }

    [Theory, InlineData("7k4m-29qx"), InlineData("7K4M29QX"), InlineData(" 7K4M 29QX "), InlineData("７K4M－29QX")]
    public void A_code_is_read_however_it_is_typed(string typed) => Assert.Equal("7K4M29QX", QueryCode.Normal(typed));

    [Fact]
    public void A_number_says_district_and_day() => Assert.Equal("120104-20260302-0001", PetitionNumber.Of(new(2026, 3, 2), 1));

    [Fact]
    public void A_busy_day_has_more_digits() => Assert.Equal("120104-20260302-12345", PetitionNumber.Of(new(2026, 3, 2), 12345));

    [Theory, InlineData(" 120104-20260302-0001 ", "120104-20260302-0001"), InlineData("１20104-20260302-0001", "120104-20260302-0001"), InlineData("120104", null), InlineData(null, null)]
    public void A_number_is_read_however_it_is_typed(string? typed, string? read) => Assert.Equal(read, PetitionNumber.Read(typed));
}
