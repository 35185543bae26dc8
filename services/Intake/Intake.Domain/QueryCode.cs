using System.Security.Cryptography;
using System.Text;

namespace Xinfang.Intake.Domain;

/// <summary>
/// 查询码: the key to a petition's progress, printed once on the receipt. 32 signs without 0 O 1 I, so that nobody misreads it
/// on paper or over the telephone: 8 of them (40 bits) beside the last four of a phone or identity number, 12 (60 bits) where
/// an anonymous petitioner has none.
/// </summary>
public static class QueryCode
{
    /// <summary>The signs of a code. 32 of them, so that each takes exactly five random bits.</summary>
    public const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>A new code, in groups of four: <c>7K4M-29QX</c>.</summary>
    public static string New(bool anonymous) => Grouped(RandomNumberGenerator.GetString(Alphabet, anonymous ? 12 : 8));

    /// <summary>What somebody typed, as it was hashed: capitals, no hyphens or spaces, full-width signs made narrow.</summary>
    public static string Normal(string? typed)
    {
        if (typed is null || typed.Length > 40) return "";
        var text = new StringBuilder(16);
        foreach (var sign in typed.Normalize(NormalizationForm.FormKC))
            if (char.IsAsciiLetterOrDigit(sign)) text.Append(char.ToUpperInvariant(sign));
        return text.ToString();
    }

    private static string Grouped(string signs) => string.Join('-', signs.Chunk(4).Select(group => new string(group)));
}
