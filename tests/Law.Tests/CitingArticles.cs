using static Xinfang.Law.Tests.Given;

namespace Xinfang.Law.Tests;

public class CitingArticles
{
    [Fact]
    public void In_full_and_in_short()
    {
        Assert.Equal("《信访工作条例》第二十三条第三款", PetitionRegulations.Notice.ToString());
        Assert.Equal("《条例》第二十三条第三款", PetitionRegulations.Notice.Short);
        Assert.Equal("《信访工作条例》第三十一条第（六）项", PetitionRegulations.Hearing.ToString());
        Assert.Equal("《民法典》第二百零三条", CivilCode.LastDay.Short);
        Assert.Equal("《民法典》第一千二百五十九条", CivilCode.Inclusive.ToString());
        Assert.Equal("《民事诉讼法》第八十五条", CivilProcedure.Periods.ToString());
    }

    [Theory]
    [InlineData(0, "零")]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(15, "十五")]
    [InlineData(20, "二十")]
    [InlineData(34, "三十四")]
    [InlineData(100, "一百")]
    [InlineData(101, "一百零一")]
    [InlineData(110, "一百一十")]
    [InlineData(115, "一百一十五")]
    [InlineData(203, "二百零三")]
    [InlineData(1000, "一千")]
    [InlineData(1001, "一千零一")]
    [InlineData(1010, "一千零一十")]
    [InlineData(1100, "一千一百")]
    [InlineData(1259, "一千二百五十九")]
    [InlineData(9999, "九千九百九十九")]
    public void Numbers_are_written_as_in_the_law(int number, string written) => Assert.Equal(written, ChineseNumerals.Of(number));

    [Theory]
    [InlineData(-1)]
    [InlineData(10000)]
    public void Other_numbers_are_refused(int number) => Assert.Throws<ArgumentOutOfRangeException>(() => ChineseNumerals.Of(number));

    [Fact]
    public void Dates_are_written_for_people()
    {
        Assert.Equal("2026年3月2日（周一）", ChineseDates.Full(Day("2026-03-02")));
        Assert.Equal("2026年12月13日（周日）", ChineseDates.Full(Day("2026-12-13")));
        Assert.Equal("2026年3月2日", ChineseDates.WithYear(Day("2026-03-02")));
        Assert.Equal("3月2日", ChineseDates.MonthDay(Day("2026-03-02")));
    }

    [Fact]
    public void A_result_is_the_fact_or_the_refusal()
    {
        Result<string> fact = "受理";
        Result<string> no = new Refusal("petition.contest-too-late", "异议期已经过了。", PetitionRegulations.Contest);

        Assert.False(fact.Refused(out var nothing, out var happened));
        Assert.Equal((null, "受理"), (nothing, happened));
        Assert.True(no.Refused(out var refusal, out var none));
        Assert.Equal((RefusalKind.Conflict, null), (refusal.Kind, none));
    }
}
