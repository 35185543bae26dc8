using System.Security.Cryptography;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>Keyed hashes of what opens a petition's progress: query code, and last four of phone or identity number. The code itself is kept nowhere.</summary>
internal sealed class QueryKeys(PersonalData people)
{
    public const string Code = "CodeHash", PhoneLastFour = "PhoneLastFourHash", IdentityLastFour = "IdentityLastFourHash";

    private readonly byte[] _nobody = RandomNumberGenerator.GetBytes(32);

    public byte[] OfCode(string number, string code) => people.SearchHash("query-code", $"{number}:{QueryCode.Normal(code)}");

    /// <summary>Of the last four signs; bound to the petition, else equal phones would show as equal hashes.</summary>
    public byte[]? OfLastFour(string number, string? value) =>
        value?.Normalize(System.Text.NormalizationForm.FormKC).Trim() is { Length: >= 4 } text ? people.SearchHash("last-four", $"{number}:{text[^4..]}") : null;

    /// <summary>
    /// Whether code and last four open the petition. Does the same work for a petition that does not exist, a wrong code and a
    /// wrong last four, and compares in constant time, so that neither answer nor duration tells which it was.
    /// </summary>
    public bool Open(string number, string? code, string? lastFour, Stored? stored)
    {
        var given = OfCode(number, code ?? "");
        var four = OfLastFour(number, lastFour) ?? _nobody;
        var rightCode = CryptographicOperations.FixedTimeEquals(given, stored?.CodeHash ?? _nobody);
        var rightPhone = CryptographicOperations.FixedTimeEquals(four, stored?.PhoneLastFour ?? _nobody);
        var rightIdentity = CryptographicOperations.FixedTimeEquals(four, stored?.IdentityLastFour ?? _nobody);
        var named = four != _nobody;
        return rightCode & ((named & (rightPhone | rightIdentity)) | stored is { Anonymous: true });
    }

    public sealed record Stored(Guid Id, bool Anonymous, byte[] CodeHash, byte[]? PhoneLastFour, byte[]? IdentityLastFour);
}
