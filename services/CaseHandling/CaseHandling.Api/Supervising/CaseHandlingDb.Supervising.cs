using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Api.Supervising;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.CaseHandling.Api;

/// <summary>Supervision beside the petitions: its rows are encrypted the same way and its acts leave their trace in the petition's record.</summary>
internal sealed partial class CaseHandlingDb
{
    /// <summary>Loads the one row of a scoped query, readable.</summary>
    public async Task<T?> OpenFiledAsync<T>(IQueryable<T> scope, Guid id, CancellationToken ct) where T : Filed =>
        await scope.SingleOrDefaultAsync(filed => filed.Id == id, ct) is { } found ? Read(found) : null;

    /// <summary>A page by day, then by id, readable.</summary>
    public async Task<Page<T>> PageAsync<T>(IQueryable<T> scope, PageKey? after, int limit, CancellationToken ct) where T : Filed
    {
        if (after is { On: var on, Id: var id })
            scope = scope.Where(filed => EF.Functions.GreaterThan(ValueTuple.Create(filed.NextOn, filed.Id), ValueTuple.Create(on, id)));
        var rows = await scope.OrderBy(filed => filed.NextOn).ThenBy(filed => filed.Id).Take(limit + 1).ToListAsync(ct);
        return Page<T>.Of([.. rows.Select(Read)], limit, filed => new PageKey(filed.NextOn, filed.Id));
    }

    /// <summary>Makes a row that has just been loaded readable.</summary>
    public T Read<T>(T filed) where T : Filed
    {
        var contents = personal.DecryptBytes(Entry(filed).Property<byte[]>(FiledMapping.Contents).CurrentValue, filed.Id);
        filed.TakeContents(JsonSerializer.Deserialize(contents, filed.ContentsType(), MessageTypes.Json)!);
        return filed;
    }

    /// <summary>留痕 of an act that concerns a petition and leaves it as it is.</summary>
    public async Task NoteAsync(PetitionId petition, string act, Article basis, Person person, Moment now, Domain.Fact fact, CancellationToken ct)
    {
        var noted = Set<Petition>().Local.FirstOrDefault(each => each.Id == petition);
        if (noted is null)
        {
            if (await OpenAsync(Petitions, petition, ct) is not { } opened) return;
            await LockAsync(opened, ct); // two who write into one record at the same time both leave a trace
            noted = opened;
        }
        var digest = RecordChain.DigestOf(noted);
        await RecordAsync(new RecordDraft(petition.Value, act, person.Account, person.Organ, now.At, basis.ToString(), RecordFacts.Write(fact, null), digest, digest), ct);
    }

    /// <summary>What the fact calls for by itself: supervision (art. 40) and the record of a violation (art. 43 to 45), each once per petition, round and cause.</summary>
    public async Task ProposeSupervisionAsync(Petition petition, Domain.Fact fact, Moment now, CancellationToken ct)
    {
        foreach (var trigger in Triggers.Of(petition, fact))
        {
            if (!await HasAsync<Supervision>(each => each.PetitionId == petition.Id && each.Round == petition.Round && each.Cause == trigger.Cause, ct)
                && !Supervision.Propose(Guid.CreateVersion7(), petition, trigger, Person.System, now).Refused(out _, out var proposed))
                Add(proposed);
            if (ViolationCode.Of(trigger.Cause) is { } code) await FindViolationAsync(petition, code, petition.Organ, trigger.Cause.ToString(), now, ct);
        }
        if (Triggers.LateForwarding(petition, fact, now) is { } late) await FindViolationAsync(petition, late, Organs.Office, "Forwarding", now, ct);
    }

    private async Task FindViolationAsync(Petition petition, ViolationCode code, string organ, string fact, Moment now, CancellationToken ct)
    {
        if (!await HasAsync<Violation>(each => each.PetitionId == petition.Id && each.Round == petition.Round && each.Code == code.Code && each.Fact == fact, ct)
            && !Violation.Record(Guid.CreateVersion7(), petition, code.Code, organ, fact, null, Person.System, now).Refused(out _, out var found))
            Add(found);
    }

    private async Task<bool> HasAsync<T>(System.Linq.Expressions.Expression<Func<T, bool>> which, CancellationToken ct) where T : Filed =>
        Set<T>().Local.Any(which.Compile()) || await Set<T>().AnyAsync(which, ct);

    /// <summary>
    /// 文号 of a letter of the office: one more than the last of this kind and year. The row stays locked until the transaction ends, so
    /// no number is lost or given twice.
    /// </summary>
    /// <param name="kind">Supervision or Proposal.</param>
    /// <param name="mark">督, 建.</param>
    public async Task<string> NumberAsync(string kind, string mark, int year, CancellationToken ct)
    {
        _transaction ??= await Database.BeginTransactionAsync(ct);
        var last = await Database.SqlQuery<int>($"""
            insert into letter_register (kind, year, last) values ({kind}, {year}, 1)
            on conflict (kind, year) do update set last = letter_register.last + 1
            returning last as "Value"
            """).ToListAsync(ct);
        return $"{Organs.Find(Organs.Office)!.DocumentCode}信{mark}〔{year}〕{last[0]}号";
    }

    private void FileAway()
    {
        foreach (var entry in ChangeTracker.Entries<Filed>())
            if (entry.State is EntityState.Added or EntityState.Modified)
                entry.Property<byte[]>(FiledMapping.Contents).CurrentValue =
                    personal.Encrypt(JsonSerializer.SerializeToUtf8Bytes(entry.Entity.Contents(), entry.Entity.ContentsType(), MessageTypes.Json), entry.Entity.Id);
    }

    private Guid[] ChangedPetitions() =>
        [.. ChangeTracker.Entries<Petition>().Where(each => each.State is EntityState.Added or EntityState.Modified).Select(each => each.Entity.Id.Value)];

    /// <summary>Whoever changes a petition may have moved its dates: the watch looks at its ladder again.</summary>
    private Task<int> LookAgainAtLaddersAsync(Guid[] petitions, CancellationToken ct) => Database.ExecuteSqlAsync($"""
        insert into ladder (petition_id, next_on, told) select changed.id, '-infinity'::date, '[]'::jsonb from unnest({petitions}) as changed(id)
        on conflict (petition_id) do update set next_on = '-infinity'::date
        """, ct);

    /// <summary>The ladder of a petition, for this transaction alone: the petition first, as acts on it do, so that nobody waits in a circle.</summary>
    public async Task<Ladder?> LockLadderAsync(PetitionId petition, CancellationToken ct)
    {
        _transaction ??= await Database.BeginTransactionAsync(ct);
        await Database.ExecuteSqlAsync($"select 1 from petition where id = {petition.Value} for update", ct);
        return (await Set<Ladder>().FromSql($"select * from ladder where petition_id = {petition.Value} for update").ToListAsync(ct)).SingleOrDefault();
    }
}
