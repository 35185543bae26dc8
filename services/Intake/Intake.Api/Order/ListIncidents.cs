using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Order;

/// <summary>秩序事件: GET /incidents?after=&amp;limit=, newest first.</summary>
internal static class ListIncidents
{
    private sealed record Key(Guid Id);

    public static async Task<IResult> Handle(IntakeDb db, PersonalData people, CancellationToken ct, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var size = Cursor.Limit(limit);
        var query = db.Incidents.AsNoTracking();
        if (last is not null) query = query.Where(i => i.Id.CompareTo(last.Id) < 0);
        var rows = await query.OrderByDescending(i => i.Id).Take(size + 1).ToListAsync(ct);
        var ids = rows.ConvertAll(incident => incident.Id);
        var words = (await db.IncidentWords.AsNoTracking().Where(w => ids.Contains(w.IncidentId)).ToListAsync(ct)).ToLookup(w => w.IncidentId);
        var petitions = rows.Where(incident => incident.PetitionId is not null).Select(incident => incident.PetitionId!.Value).ToList();
        var numbers = await db.Petitions.AsNoTracking().IgnoreAutoIncludes().Where(p => petitions.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Number, ct);
        var page = Page<Domain.Incident>.Of(rows, size, incident => new Key(incident.Id));
        return TypedResults.Ok(new Page<IncidentView>(
            [
                .. page.Items.Select(incident => IncidentView.Of(
                    incident, incident.PetitionId is { } of ? numbers.GetValueOrDefault(of) : null, [.. words[incident.Id].OrderBy(w => w.Step).Select(w => people.Decrypt(w.Text, incident.Id))])),
            ],
            page.Next));
    }
}
