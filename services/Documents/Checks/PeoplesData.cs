using System.Text.RegularExpressions;
using Xinfang.Law;

namespace Xinfang.Documents.Checks;

/// <summary>L20, L22: personal data in the clear, and other people's cases.</summary>
internal static partial class PeoplesData
{
    public static IEnumerable<Finding> Check(CheckedDocument document) =>
        Linter.Matches(document, Identity(), "L20", Severity.Error, _ => "文书里有完整的身份证号，删掉或者遮住。", match => !Identifiers.IsIdentityNumber(match.Value, document.Today, out string? _))
            .Concat(Linter.Matches(document, Mobile(), "L20", Severity.Error, _ => "文书里有个人手机号，删掉或者遮住。", match => document.OwnPhones.Contains(match.Value)))
            .Concat(Linter.Matches(document, Card(), "L20", Severity.Error, _ => "文书里有银行卡号，删掉或者遮住。", match => !IsCard(match.Value) || Identifiers.IsIdentityNumber(match.Value, document.Today, out string? _)))
            .Concat(Linter.Matches(document, Plate(), "L20", Severity.Error, _ => "文书里有车牌号，删掉或者遮住。"))
            .Concat(Linter.Matches(document, Petition(), "L22", Severity.Error, _ => "这是另一件信访的编号，可能是从别的文书抄来的。", match => document.OwnNumbers.Contains(match.Value)));

    // ISO/IEC 7812-1, the check digit of cards.
    private static bool IsCard(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1) digit = digit * 2 is > 9 and var twice ? twice - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }

    [GeneratedRegex(@"(?<!\d)\d{17}[\dXx](?!\d)")]
    private static partial Regex Identity();

    [GeneratedRegex(@"(?<!\d)1[3-9]\d{9}(?!\d)")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<!\d)\d{16,19}(?!\d)")]
    private static partial Regex Card();

    [GeneratedRegex("[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-Z][·]?[A-Z0-9]{5,6}")]
    private static partial Regex Plate();

    [GeneratedRegex(@"(?<!\d)120104-\d{8}-\d{4,}")]
    private static partial Regex Petition();
}
