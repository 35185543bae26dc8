using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Needs;

/// <summary>培训需求: GET /needs?state=&amp;after=&amp;limit=. The training staff see all; an organ what has been decided for it; an officer what concerns the officer, decided or not.</summary>
internal static class ListNeeds
{
    public static async Task<Results<Ok<Page<NeedView>>, ProblemHttpResult>> Handle(CurrentCaller caller, TrainingDb db, CancellationToken ct, NeedState? state = null, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<Guid?>(after, out var last)) return Cursor.Invalid();
        var size = Cursor.Limit(limit);
        var asked = db.NeedsFor(caller);
        if (state is not null) asked = asked.Where(need => need.State == state);
        if (last is { } id) asked = asked.Where(need => need.Id < id);
        var page = Page<Need>.Of(await asked.AsNoTracking().OrderByDescending(need => need.Id).Take(size + 1).ToListAsync(ct), size, need => need.Id);
        return TypedResults.Ok(new Page<NeedView>([.. page.Items.Select(NeedView.Of)], page.Next));
    }

    internal static IQueryable<Need> NeedsFor(this TrainingDb db, CurrentCaller caller) => caller.Trains() ? db.Needs
        : db.Needs.Where(need => need.Account == caller.Account || need.Account == null && need.Organ == caller.Organ && (need.State == NeedState.Accepted || need.State == NeedState.Closed));
}
