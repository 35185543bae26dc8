namespace Xinfang.Identity.Api.Accounts;

/// <summary>工作人员账号: who signs in, for which organ, with which duties.</summary>
internal sealed class Account
{
    public const int LongestName = 64;

    /// <summary>工号, lower case: clerk, 120104-zjw.officer.</summary>
    public required string Name { get; init; }

    public required string DisplayName { get; set; }

    /// <summary>Code in the table of organs.</summary>
    public required string Organ { get; set; }

    public required string[] Duties { get; set; }

    /// <summary>ASP.NET Core Identity's format, version 3.</summary>
    public required string PasswordHash { get; set; }

    /// <summary>停用: signs in no more and refreshes no token.</summary>
    public bool Disabled { get; set; }

    /// <summary>The form names are compared in.</summary>
    public static string Normalise(string? typed) => (typed ?? "").Trim().ToLowerInvariant();
}
