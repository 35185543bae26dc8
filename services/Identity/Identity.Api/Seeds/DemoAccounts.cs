using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xinfang.Identity.Api.Accounts;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Identity.Api.Seeds;

/// <summary>Accounts of a development system: eleven of the office, three per organ and per body that reviews, one password for all, people nobody is.</summary>
internal static class DemoAccounts
{
    private static readonly (string Name, string Duty)[] OfOffice =
    [
        ("admin", Duty.Administer), ("security-admin", Duty.Secure), ("auditor", Duty.Audit), ("clerk", Duty.Register),
        ("office-head", Duty.Oversee), ("supervisor", Duty.Supervise), ("outreach", Duty.Teach), ("trainer", Duty.Train), ("leader", Duty.Lead),
        ("clerk-2", Duty.Register), ("outreach-2", Duty.Teach),
    ];

    private static readonly (string Name, string Duty)[] OfOrgan = [("officer", Duty.Handle), ("checker", Duty.Check), ("head", Duty.Head)];

    private const string Surnames = "安白毕卞柴褚丛邓窦范丰甘葛谷管韩贺洪侯霍纪蒋焦康柯蓝黎连林娄卢鲁骆麦苗穆聂欧潘裴祁齐屈荣沙邵施史舒";
    private const string GivenNames = "安晨澄舟禾宁远溪岚屿知言青予书原望归";

    public static async Task SeedAsync(IdentityDb db, IPasswordHasher<Account> hasher, string password, DateTimeOffset now, CancellationToken ct)
    {
        var known = await db.Accounts.ToDictionaryAsync(a => a.Name, ct);
        var hash = Reusable(known.Values.FirstOrDefault(), hasher, password) ?? hasher.HashPassword(null!, password);
        var number = 0;
        foreach (var (name, organ, duty) in All())
        {
            var account = known.GetValueOrDefault(name) ?? db.Accounts.Add(New(name)).Entity;
            (account.DisplayName, account.Organ, account.Duties, account.PasswordHash, account.PasswordSetAt) = (MadeUpName(number++), organ, [duty], hash, now);
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Name, organ and duty of each.</summary>
    public static IEnumerable<(string Name, string Organ, string Duty)> All()
        => OfOffice.Select(a => (a.Name, Organs.Office, a.Duty))
            .Concat(Organs.OfDistrict.Concat(Organs.Reviewing).SelectMany(o => OfOrgan.Select(a => ($"{o.Code}.{a.Name}", o.Code, a.Duty))));

    private static Account New(string name) => new() { Name = name, DisplayName = "", Organ = "", Duties = [] };

    // Hashing is slow on purpose; a restart with the same password changes nothing.
    private static string? Reusable(Account? account, IPasswordHasher<Account> hasher, string password)
        => account?.PasswordHash is { } hash && hasher.VerifyHashedPassword(account, hash, password) == PasswordVerificationResult.Success
            ? hash
            : null;

    private static string MadeUpName(int number)
        => $"{Surnames[number % Surnames.Length]}{GivenNames[number * 7 % GivenNames.Length]}{GivenNames[number / Surnames.Length * 5 % GivenNames.Length]}";
}
