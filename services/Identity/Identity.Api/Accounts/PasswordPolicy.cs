using Microsoft.AspNetCore.Identity;
using Xinfang.Law;

namespace Xinfang.Identity.Api.Accounts;

/// <summary>口令 (GB/T 22239-2019 8.1.4.1): long enough, of several kinds of signs or very long, not the name, not one that everybody tries, not one of the last five.</summary>
internal static class PasswordPolicy
{
    public const int Shortest = 12, Longest = 128;
    private const int LongIsEnough = 16, Kinds = 3, ShortestName = 4;

    private static readonly string[] Everybodys = ["password", "admin", "administrator", "welcome", "qwerty", "abc", "nankai", "tianjin", "xinfang", "letmein", "user", "test"];

    public const string Rule = "至少12个字符，大写字母、小写字母、数字、符号里至少有三种；16个字符以上的不限种类。不要用工号、用过的密码和常见的密码。";

    /// <summary>Why this person may not have that password; null when they may.</summary>
    public static Refusal? Refuses(Account account, string? password, IPasswordHasher<Account> hasher)
    {
        if (password is not { Length: >= Shortest }) return AccountRefusals.PasswordTooShort;
        if (password.Length > Longest) return AccountRefusals.PasswordTooLong;
        if (password.Length < LongIsEnough && KindsOf(password) < Kinds) return AccountRefusals.PasswordTooPlain;
        if (account.Name.Length >= ShortestName && password.Contains(account.Name, StringComparison.OrdinalIgnoreCase)) return AccountRefusals.PasswordIsTheName;
        if (IsEverybodys(password)) return AccountRefusals.PasswordIsCommon;
        return Used(account).Any(hash => hasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed) ? AccountRefusals.PasswordUsedBefore : null;
    }

    private static string[] Used(Account account) => account.PasswordHash is { } present ? [present, .. account.FormerPasswords] : account.FormerPasswords;

    private static int KindsOf(string password) =>
        new Func<char, bool>[] { char.IsAsciiLetterUpper, char.IsAsciiLetterLower, char.IsAsciiDigit, sign => !char.IsAsciiLetterOrDigit(sign) }.Count(password.Any);

    // A word that everybody tries, dressed up with figures and signs; or a few signs over and over.
    private static bool IsEverybodys(string password) =>
        Everybodys.Contains(string.Concat(password.Where(char.IsAsciiLetter)).ToLowerInvariant()) || password.Distinct().Count() < Shortest / 2;
}
