using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Supervising.Proposals;

/// <summary>反馈超期: a proposal whose feedback is late is told once and recorded as a violation of the addressee (art. 45 item 3). Runs with the warning ladder.</summary>
internal sealed class ProposalWatch(IServiceScopeFactory scopes, LegalClock clock)
{
    /// <summary>Tells every one that is late; how many.</summary>
    public async Task<int> ScanAsync(CancellationToken ct)
    {
        var told = 0;
        foreach (var id in await LateAsync(ct))
            if (await TellAsync(id, ct)) told++;
        return told;
    }

    private async Task<List<Guid>> LateAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var today = clock.Now().Date;
        return await scope.ServiceProvider.GetRequiredService<CaseHandlingDb>().Set<Proposal>().AsNoTracking()
            .Where(each => each.Status == ProposalStatus.Issued && each.DueOn < today && !each.OverdueTold).OrderBy(each => each.Id).Select(each => each.Id).ToListAsync(ct);
    }

    private async Task<bool> TellAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseHandlingDb>();
        var now = clock.Now();
        if (await db.OpenFiledAsync(db.Set<Proposal>(), id, ct) is not { } late || late.TellOverdue(now).Refused(out _, out _)) return false;
        if (await db.OpenAsync(db.Petitions, late.PetitionId, ct) is { } petition
            && !Violation.Record(Guid.CreateVersion7(), petition, "V45-3", late.Addressee, "ProposalFeedback", null, Person.System, now).Refused(out _, out var violation))
            db.Add(violation);
        try
        {
            await db.CommitAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false; // another replica told, or the feedback came meanwhile
        }
    }
}
