using System.Text;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.ServiceDefaults.Tests;

/// <summary>Tables that are opened in a spreadsheet.</summary>
public class WritingRows
{
    [Theory]
    [InlineData("区住建委", "区住建委")]
    [InlineData("", "")]
    [InlineData("一,二", "\"一,二\"")]
    [InlineData("他说\"好\"", "\"他说\"\"好\"\"\"")]
    [InlineData("第一行\n第二行", "\"第一行\n第二行\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@A1,B1", "\"'@A1,B1\"")]
    public void A_cell_stays_one_cell_and_is_no_formula(string value, string written) => Assert.Equal($"{written},甲\r\n", TextOf([[value, "甲"]]));

    [Fact]
    public void A_file_begins_with_the_mark_by_which_it_is_read_as_UTF_8() => Assert.Equal((byte[])[0xEF, 0xBB, 0xBF, (byte)'a', (byte)'\r', (byte)'\n'], Csv.Write([["a"]]));

    private static string TextOf(string[][] rows) => Encoding.UTF8.GetString(Csv.Write(rows)[3..]);
}
