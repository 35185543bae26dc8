using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Xinfang.Law;

/// <summary>Numbers that identify people and bodies: checked by their standards, shown only masked.</summary>
public static class Identifiers
{
    private const string IdentityChecks = "10X98765432";
    private const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] IdentityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int[] CreditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    // First two digits of GB/T 2260.
    private static readonly HashSet<string> Provinces =
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
        "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83", "91",
    ];

    /// <summary>公民身份号码, GB 11643: 18 characters, region, date of birth not after today, check character.</summary>
    /// <param name="number">As typed; surrounding spaces and a small x are accepted.</param>
    /// <param name="today">The date in Beijing.</param>
    /// <param name="reason">What is wrong, as a plain Chinese sentence.</param>
    public static bool IsIdentityNumber([NotNullWhen(true)] string? number, DateOnly today, [NotNullWhen(false)] out string? reason)
    {
        var text = Normal(number);
        reason = text switch
        {
            "" => "请填写身份证号。",
            { Length: 15 } when text.All(char.IsAsciiDigit) => "这是旧的15位号码，请填写18位的。",
            { Length: not 18 } => "身份证号应当是18位。",
            _ when !text[..17].All(char.IsAsciiDigit) || !(char.IsAsciiDigit(text[17]) || text[17] == 'X') => "身份证号只能是数字，最后一位可以是X。",
            _ when !Provinces.Contains(text[..2]) => "身份证号开头的地区不对。",
            _ when BornOn(text) is not { } born || born.Year < 1850 => "身份证号里的出生日期不对。",
            _ when BornOn(text) > today => "身份证号里的出生日期还没到。",
            _ when IdentityCheck(text) != text[17] => "身份证号最后一位对不上，请再看一遍。",
            _ => null,
        };
        return reason is null;
    }

    /// <summary>统一社会信用代码, GB 32100: 18 characters without I, O, S, V, Z, check character.</summary>
    /// <inheritdoc cref="IsIdentityNumber" path="/param[@name='reason']"/>
    public static bool IsSocialCreditCode([NotNullWhen(true)] string? code, [NotNullWhen(false)] out string? reason)
    {
        var text = Normal(code);
        reason = text switch
        {
            "" => "请填写统一社会信用代码。",
            { Length: not 18 } => "统一社会信用代码应当是18位。",
            _ when text.Any(letter => !CreditAlphabet.Contains(letter, StringComparison.Ordinal)) => "统一社会信用代码只有数字和大写字母，没有I、O、S、V、Z。",
            _ when CreditCheck(text) != text[17] => "统一社会信用代码最后一位对不上，请再看一遍。",
            _ => null,
        };
        return reason is null;
    }

    /// <summary>A mobile number of the mainland: 11 digits, 13 to 19.</summary>
    public static bool IsMobile([NotNullWhen(true)] string? number, [NotNullWhen(false)] out string? reason)
    {
        var text = Normal(number);
        reason = text switch
        {
            "" => "请填写手机号。",
            { Length: not 11 } => "手机号应当是11位。",
            _ when !text.All(char.IsAsciiDigit) => "手机号只能是数字。",
            ['1', >= '3' and <= '9', ..] => null,
            _ => "手机号应当以13到19开头。",
        };
        return reason is null;
    }

    /// <summary>Without surrounding spaces, in capitals: the form to store and to hash.</summary>
    public static string Normal(string? number) => number?.Trim().ToUpperInvariant() ?? "";

    /// <summary>Date of birth in an identity number of 18 characters; null when it is not a date.</summary>
    public static DateOnly? BornOn(string identityNumber)
    {
        ArgumentNullException.ThrowIfNull(identityNumber);
        return identityNumber.Length == 18
            && DateOnly.TryParseExact(identityNumber.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
                ? born : null;
    }

    private static char IdentityCheck(string text) =>
        IdentityChecks[IdentityWeights.Select((weight, i) => weight * (text[i] - '0')).Sum() % 11];

    // The outer remainder matters: without it a sum divisible by 31 points behind the alphabet.
    private static char CreditCheck(string text) =>
        CreditAlphabet[(31 - CreditWeights.Select((weight, i) => weight * CreditAlphabet.IndexOf(text[i], StringComparison.Ordinal)).Sum() % 31) % 31];
}

/// <summary>What may be shown of personal data without a recorded reason.</summary>
public static class Masking
{
    /// <summary>王*, 王*明, 欧阳**华 keep the first and, from three characters on, the last.</summary>
    public static string Name(string? name)
    {
        var runes = (name ?? "").Trim().EnumerateRunes().Select(rune => rune.ToString()).ToArray();
        return runes.Length switch
        {
            0 => "",
            1 => "*",
            2 => $"{runes[0]}*",
            _ => $"{runes[0]}{new string('*', runes.Length - 2)}{runes[^1]}",
        };
    }

    /// <summary>120104********1234.</summary>
    public static string IdentityNumber(string? number) => Middle(number, 6, 4);

    /// <summary>138****1234.</summary>
    public static string Phone(string? number) => Middle(number, 3, 4);

    // What is too short to hide its middle is hidden whole.
    private static string Middle(string? text, int head, int tail)
    {
        var value = (text ?? "").Trim();
        return value.Length <= head + tail
            ? new string('*', value.Length)
            : $"{value[..head]}{new string('*', value.Length - head - tail)}{value[^tail..]}";
    }
}
