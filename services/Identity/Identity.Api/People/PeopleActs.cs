using Microsoft.EntityFrameworkCore;
using Xinfang.Identity.Api.Accounts;
using Xinfang.Law;

namespace Xinfang.Identity.Api.People;

/// <summary>What the acts on a person have in common.</summary>
internal static class PeopleActs
{
    private const long AdministratorsTurn = 0x61646d696e73; // of acts that take an administrator away, among the advisory locks of the database

    /// <summary>The account of that 工号, tracked; null for one that is not there.</summary>
    public static Task<Account?> OpenAsync(this IdentityDb db, string account, CancellationToken ct)
    {
        var name = Account.Normalise(account);
        return db.Accounts.SingleOrDefaultAsync(a => a.Name == name, ct);
    }

    /// <summary>Why the person cannot lose these duties: nobody else would have one of an administrator. Others who ask wait until the caller's transaction ends.</summary>
    public static async Task<Refusal?> RefusesLosingAsync(this IdentityDb db, Account person, IEnumerable<string> lost, CancellationToken ct)
    {
        foreach (var duty in lost.Where(DutyRules.Administrators.Contains))
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({AdministratorsTurn})", ct);
            if (!await db.Accounts.AnyAsync(a => a.Name != person.Name && !a.Disabled && a.PasswordHash != null && a.Duties.Contains(duty), ct)) return AccountRefusals.LastOfKind;
        }
        return null;
    }
}
