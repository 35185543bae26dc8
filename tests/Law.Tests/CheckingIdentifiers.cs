using CsCheck;
using static Xinfang.Law.Tests.Given;

namespace Xinfang.Law.Tests;

/// <summary>Published samples and synthetic numbers only.</summary>
public class CheckingIdentifiers
{
    private static readonly DateOnly Today = Day("2026-03-02");

    public static TheoryData<string> Valid =>
        ["11010519491231002X", "120104199003074515", "120104194901010019", "120104200002290027", "120104196208158882"];

    [Theory, MemberData(nameof(Valid))]
    public void An_identity_number_with_its_check_character_is_accepted(string number)
    {
        Assert.True(Identifiers.IsIdentityNumber(number, Today, out var reason));
        Assert.Null(reason);
    }

    [Theory, MemberData(nameof(Valid))]
    public void Any_other_last_character_is_not(string number)
    {
        foreach (var last in "0123456789X".Where(last => last != number[^1]))
        {
            Assert.False(Identifiers.IsIdentityNumber(number[..^1] + last, Today, out var reason));
            Assert.Equal("身份证号最后一位对不上，请再看一遍。", reason);
        }
    }

    [Theory]
    [InlineData("120104190102300011", "身份证号里的出生日期不对。")]
    [InlineData("120104202603030011", "身份证号里的出生日期还没到。")]
    [InlineData("990105194912310021", "身份证号开头的地区不对。")]
    [InlineData("110105491231002", "这是旧的15位号码，请填写18位的。")]
    [InlineData("11010519491231002", "身份证号应当是18位。")]
    [InlineData("1101051949123100X2", "身份证号只能是数字，最后一位可以是X。")]
    [InlineData("１１010519491231002X", "身份证号只能是数字，最后一位可以是X。")]
    [InlineData("  ", "请填写身份证号。")]
    [InlineData(null, "请填写身份证号。")]
    public void A_wrong_identity_number_is_told_why(string? number, string why)
    {
        Assert.False(Identifiers.IsIdentityNumber(number, Today, out var reason));
        Assert.Equal(why, reason);
    }

    [Fact]
    public void A_small_x_and_spaces_around_are_the_same_number()
    {
        Assert.True(Identifiers.IsIdentityNumber(" 11010519491231002x ", Today, out _));
        Assert.Equal("11010519491231002X", Identifiers.Normal(" 11010519491231002x "));
        Assert.Equal(Day("1949-12-31"), Identifiers.BornOn("11010519491231002X"));
    }

    [Theory]
    [InlineData("91120104MA00000230")]
    [InlineData("91120104MA0000007A")]
    [InlineData("11120104MB12345627")]
    public void A_social_credit_code_is_accepted_even_where_the_remainder_is_zero(string code)
    {
        Assert.True(Identifiers.IsSocialCreditCode(code, out _));
        Assert.False(Identifiers.IsSocialCreditCode(code[..^1] + (code[^1] == '1' ? '2' : '1'), out var reason));
        Assert.Equal("统一社会信用代码最后一位对不上，请再看一遍。", reason);
    }

    [Theory]
    [InlineData("91120104MA000002I0", "统一社会信用代码只有数字和大写字母，没有I、O、S、V、Z。")]
    [InlineData("91120104MA0000023", "统一社会信用代码应当是18位。")]
    [InlineData("", "请填写统一社会信用代码。")]
    public void A_wrong_social_credit_code_is_told_why(string code, string why)
    {
        Assert.False(Identifiers.IsSocialCreditCode(code, out var reason));
        Assert.Equal(why, reason);
    }

    [Theory]
    [InlineData("13000000001", null)]
    [InlineData(" 19900000000 ", null)]
    [InlineData("12000000001", "手机号应当以13到19开头。")]
    [InlineData("1300000000", "手机号应当是11位。")]
    [InlineData("1300000000a", "手机号只能是数字。")]
    [InlineData(null, "请填写手机号。")]
    public void A_mobile_number(string? number, string? why)
    {
        Assert.Equal(why is null, Identifiers.IsMobile(number, out var reason));
        Assert.Equal(why, reason);
    }

    [Fact]
    public void No_text_breaks_the_checks() => Gen.String.Sample(text =>
    {
        Identifiers.IsIdentityNumber(text, Today, out _);
        Identifiers.IsSocialCreditCode(text, out _);
        Identifiers.IsMobile(text, out _);
        Masking.Name(text);
        Masking.IdentityNumber(text);
        Masking.Phone(text);
    }, iter: 2000);

    [Theory]
    [InlineData("王小明", "王*明")]
    [InlineData("张三", "张*")]
    [InlineData("欧阳小明", "欧**明")]
    [InlineData("王", "*")]
    [InlineData("𠮷小明", "𠮷*明")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_name_is_masked(string? name, string masked) => Assert.Equal(masked, Masking.Name(name));

    [Theory]
    [InlineData("120104199003074515", "120104********4515")]
    [InlineData("1201044515", "**********")]
    [InlineData("12", "**")]
    [InlineData(null, "")]
    public void An_identity_number_is_masked(string? number, string masked) => Assert.Equal(masked, Masking.IdentityNumber(number));

    [Theory]
    [InlineData("13000000001", "130****0001")]
    [InlineData("1300000", "*******")]
    public void A_phone_is_masked(string number, string masked) => Assert.Equal(masked, Masking.Phone(number));
}
