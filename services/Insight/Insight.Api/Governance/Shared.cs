using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance;

/// <summary>五化: what a task makes more lawful (handbook 6.1).</summary>
internal enum Pillar { Prevent, Accept, Handle, Supervise, Order }

/// <summary>A part of something counted; no share where there is nothing to divide by.</summary>
internal sealed record Share(int Part, int All)
{
    /// <summary>Between 0 and 1.</summary>
    public double? Value => All == 0 ? null : (double)Part / All;
}

/// <summary>What the registers of the law-based work have in common.</summary>
internal static class Shared
{
    public static readonly Refusal OfficeOnly = new("governance.office-only", "这由区信访办负责人或者督查人员办理。", GovernanceLaw.Committee, RefusalKind.Forbidden);
    public static readonly Refusal LeaderOnly = new("governance.leader-only", "这由领导本人办理。", GovernanceLaw.FirstResponsible, RefusalKind.Forbidden);
    public static readonly Refusal NotYet = new("governance.not-yet", "这个日子还没有到。", null, RefusalKind.Invalid);
    public static readonly Refusal PastDay = new("governance.past-day", "期限不能在今天以前。", null, RefusalKind.Invalid);

    /// <summary>Whoever keeps the registers.</summary>
    public static readonly string Keepers = Duty.AnyOf(Duty.Oversee, Duty.Supervise);

    public static bool Keeps(this CurrentCaller caller) => caller.Has(Duty.Oversee) || caller.Has(Duty.Supervise);

    public static string Words(Pillar pillar) => pillar switch
    {
        Pillar.Prevent => "预防法治化", Pillar.Accept => "受理法治化", Pillar.Handle => "办理法治化", Pillar.Supervise => "监督追责法治化", _ => "维护秩序法治化",
    };

    public static bool Known(string organ) => Organs.Find(organ) is { } found && Organs.OfDistrict.Contains(found);

    public static string NameOf(string organ) => Organs.Find(organ)?.ShortName ?? organ;

    /// <summary>Load, decide, record, save, answer: an act on one of these things, under the article of <paramref name="basis"/>.</summary>
    public static async Task<Results<Ok<TView>, ProblemHttpResult>> ActAsync<T, TView>(
        this InsightDb db, IQueryable<T> visible, Guid id, string act, Func<T, Article> basis, object fact, CurrentCaller caller, Moment now, Func<T, Refusal?> decide, Func<T, TView> view, CancellationToken ct) where T : class
    {
        if (await visible.SingleOrDefaultAsync(each => EF.Property<Guid>(each, "Id") == id, ct) is not { } thing) return Readers.NotFound();
        var before = RecordChain.DigestOf(thing);
        if (decide(thing) is { } refusal) return refusal.ToProblem();
        await db.NoteAsync(id, act, caller, now, basis(thing), fact, before, thing, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(view(thing));
    }
}
