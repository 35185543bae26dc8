namespace Xinfang.Load;

/// <summary>Who handles the n-th message and how it goes: decided by its number, so that two runs play the same.</summary>
internal static class Plan
{
    public const string Office = "120104-xfb";

    public static readonly string[] Organs =
    [
        "120104-zjw", "120104-cgw", "120104-jyj", "120104-rsj", "120104-wjw", "120104-mzj", "120104-scj", "120104-sthj",
        "120104-jtj", "120104-ybj", "120104001", "120104003", "120104006", "120104012",
    ];

    public static string OrganOf(int n) => Organs[n % Organs.Length];

    /// <summary>Where a returned petition goes the second time.</summary>
    public static string SecondOrganOf(int n) => Organs[(n + 5) % Organs.Length];

    public static bool IsAssigned(int n) => n % 3 == 0;

    public static bool ContestsAndReturns(int n) => n % 20 == 4;

    public static bool ContestsInVain(int n) => n % 20 == 9;

    public static bool Extends(int n) => n % 10 == 2;

    public static bool Declines(int n) => n % 10 == 3;

    public static bool Rates(int n) => n % 2 == 0;
}
