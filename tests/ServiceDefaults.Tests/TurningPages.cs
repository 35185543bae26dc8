using CsCheck;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.ServiceDefaults.Tests;

public class TurningPages
{
    [Fact]
    public void A_cursor_reads_back_as_it_was_written() => Gen.Select(Gen.Date, Gen.Guid).Sample((date, id) =>
    {
        var key = (DateOnly.FromDateTime(date), id);
        Assert.True(Cursor.TryRead<Key>(Cursor.Write(new Key(key.Item1, key.id)), out var read));
        Assert.Equal(new Key(key.Item1, key.id), read);
    });

    [Theory]
    [InlineData("nonsense!")]
    [InlineData("bnVsbA")]
    [InlineData("e30x")]
    public void A_cursor_that_was_never_given_out_is_refused(string cursor) => Assert.False(Cursor.TryRead<Key>(cursor, out _));

    [Fact]
    public void The_last_page_has_no_next()
    {
        Assert.Null(Page<int>.Of([1, 2, 3], 3, n => n).Next);
        var page = Page<int>.Of([1, 2, 3, 4], 3, n => n);
        Assert.Equal([1, 2, 3], page.Items);
        Assert.True(Cursor.TryRead<int>(page.Next, out var last));
        Assert.Equal(3, last);
    }

    [Theory]
    [InlineData(null, 20)]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(1000, 100)]
    [InlineData(50, 50)]
    public void A_limit_stays_between_one_and_a_hundred(int? asked, int given) => Assert.Equal(given, Cursor.Limit(asked));

    private sealed record Key(DateOnly DueOn, Guid Id);
}
