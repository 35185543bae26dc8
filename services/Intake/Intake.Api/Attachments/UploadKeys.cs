using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Attachments;

/// <summary>The key of a form: a secret the client made; whoever shows it may list, remove and hand in what was uploaded under it. Kept as a keyed hash only.</summary>
internal static class UploadKeys
{
    public const string Header = "X-Upload-Key";

    /// <summary>The hash of the key a request shows; null when there is none, or it is too easily guessed.</summary>
    public static byte[]? Of(string? key, PersonalData people) =>
        key is { Length: >= 22 and <= 64 } && key.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_') && key.Distinct().Count() >= 8
            ? Hash(people, key)
            : null;

    // SearchHash folds case, which a key must not lose.
    private static byte[] Hash(PersonalData people, string key) => people.SearchHash("upload", Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(key)));
}
