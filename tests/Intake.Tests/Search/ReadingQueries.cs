using Xinfang.Intake.Recognition.Search;

namespace Xinfang.Intake.Tests.Search;

public class ReadingQueries
{
    [Theory]
    [InlineData("下水管", "一楼下水管返水", true)]
    [InlineData("水管下", "一楼下水管返水", false)]
    [InlineData("下水管", "一楼下水，管道返水", false)] // a mark parts
    [InlineData("下水管", "一楼下 水\n管返水", true)] // a blank does not
    [InlineData("返水 一楼", "一楼下水管返水", true)] // both words, in any order
    [InlineData("返水 二楼", "一楼下水管返水", false)]
    [InlineData("“一楼 下水”", "一楼下水管返水", true)]
    [InlineData("電話費", "电话费多收了", true)]
    [InlineData("电话费", "電話費多收了", true)]
    [InlineData("５Ｇ基站", "小区里的5g基站", true)]
    [InlineData("管", "一楼下水管返水", true)]
    [InlineData("13", "住在13号楼", true)]
    [InlineData("13", "住在130号楼", false)] // a number is a word
    [InlineData("13号楼", "住在13号楼", true)]
    [InlineData("3号楼", "住在13号楼", false)]
    [InlineData("wifi", "免费 WiFi 连不上", true)]
    [InlineData("fi", "免费 WiFi 连不上", false)]
    [InlineData("12345", "打过 12345 热线", true)]
    [InlineData("𠮷祥", "住在𠮷祥里", true)]
    public void A_word_is_found_as_it_stands(string query, string text, bool found)
    {
        var (read, searched) = (SearchQuery.Of(query), SearchText.Of(text));
        Assert.Equal(found, read.IsIn([searched]));
        var grams = SearchGrams.Of(searched);
        // What is found by looking is proposed by the index.
        if (found) Assert.All(read.Words, word => Assert.Subset(grams.ToHashSet(), word.Grams.ToHashSet()));
        if (read.Words.All(word => word.IsCertain)) Assert.Equal(found, read.Words.All(word => word.Grams.All(grams.Contains)));
    }

    [Fact]
    public void The_passage_is_told_as_it_was_written()
    {
        const string text = "小区 里的　５Ｇ 基站，還有 5g基站。";
        Assert.Equal(["５Ｇ 基站", "5g基站"], SearchQuery.Of("5G基站").In(SearchText.Of(text)).Select(hit => text.Substring(hit.At, hit.Length)));
    }

    [Theory, InlineData("的"), InlineData(""), InlineData("。，"), InlineData("的 了")]
    public void What_is_in_every_text_is_not_looked_up(string query) => Assert.True(SearchQuery.Of(query).IsEmpty);

    [Fact]
    public void A_text_leaves_no_more_than_its_characters_words_and_neighbours() =>
        Assert.Equal(new HashSet<string> { "修", "路", "修路", "2026", "路2026", "2026年", "年" }.Except(["年"]).Order(StringComparer.Ordinal), SearchGrams.Of(SearchText.Of("修路2026年。")).Order(StringComparer.Ordinal));
}
