using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Study;

/// <summary>What several slices ask the ledger of hours.</summary>
internal static class Ledger
{
    /// <summary>How a session is referred to.</summary>
    public static string ReferenceOf(Guid session) => session.ToString("N", CultureInfo.InvariantCulture);

    public static Task<int> AttendedAsync(this TrainingDb db, Guid session, CancellationToken ct)
    {
        var reference = ReferenceOf(session);
        return db.Hours.CountAsync(entry => entry.Reference == reference && entry.Source == HourSource.Session, ct);
    }

    /// <summary>Puts a person on the roll at the first act; the rank is the usual one until the trainer says otherwise. Two first acts at once put one person there.</summary>
    public static Task EnrolAsync(this TrainingDb db, CurrentCaller caller, DateTimeOffset now, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"insert into trainee (account, organ, rank, since) values ({caller.Account}, {caller.Organ}, {Obligations.Usual}, {now}) on conflict (account) do update set organ = excluded.organ where trainee.organ <> excluded.organ", ct);
}
