using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>落实 (art. 32 para. 2): what was supported or agreed is followed until it is done, beyond completion.</summary>
public sealed partial class Petition
{
    /// <summary>落实计划: another day, with its reason, for something still owed.</summary>
    public Result<EnforcementPlanned> PlanEnforcement(Actor actor, int number, DateOnly dueOn, string plan, Moment now)
    {
        if (Refuses(Act.PlanEnforcement, actor, now) is { } refusal) return refusal;
        if (OpenEnforcement(number) is not { } owed) return Refusals.EnforcementUnknown(number);
        if (dueOn < now.Date) return Refusals.EnforcementWithPastDate;
        if (string.IsNullOrWhiteSpace(plan)) return Refusals.EnforcementWithoutPlan;

        Keep(owed with { DueOn = dueOn, Plan = plan.Trim() });
        FollowEnforcement(now.Date, now);
        return Changed(new EnforcementPlanned(number, owed.Claim, dueOn));
    }

    /// <summary>落实完毕, with what shows it.</summary>
    public Result<Enforced> Enforce(Actor actor, int number, DateOnly doneOn, string evidence, Moment now)
    {
        if (Refuses(Act.Enforce, actor, now) is { } refusal) return refusal;
        if (OpenEnforcement(number) is not { } owed) return Refusals.EnforcementUnknown(number);
        if (doneOn > now.Date || doneOn < DecidedOn) return Refusals.EnforcementDate(DecidedOn.GetValueOrDefault());
        if (string.IsNullOrWhiteSpace(evidence)) return Refusals.EnforcementWithoutEvidence;

        Keep(owed with { DoneOn = doneOn, Evidence = evidence.Trim() });
        FollowEnforcement(now.Date, now);
        return Changed(new Enforced(number, owed.Claim, doneOn, doneOn <= owed.DueOn, File.Enforcements.Count(each => each.IsOpen())));
    }

    /// <summary>拒不执行: a ground for supervision (art. 40) and a fault (art. 42). It stays owed.</summary>
    public Result<EnforcementRefused> RefuseEnforcement(Actor actor, int number, string reason, Moment now)
    {
        if (Refuses(Act.RefuseEnforcement, actor, now) is { } refusal) return refusal;
        if (OpenEnforcement(number) is not { } owed) return Refusals.EnforcementUnknown(number);
        if (owed.RefusedOn is not null) return Refusals.EnforcementRefusedBefore;
        if (string.IsNullOrWhiteSpace(reason)) return Refusals.EnforcementRefusedWithoutReason;

        Keep(owed with { RefusedOn = now.Date, Refusal = reason.Trim() });
        return Changed(new EnforcementRefused(number, owed.Claim, now.Date));
    }

    private Refusal? RefusesEnforcement() => File.Enforcements.Any(each => each.IsOpen()) ? null : Refusals.NothingToEnforce;

    private Enforcement? OpenEnforcement(int number) => File.Enforcements.FirstOrDefault(each => each.Number == number && each.IsOpen());

    private void Owe(int? claim, DateOnly dueOn) =>
        File = File with { Enforcements = [.. File.Enforcements, new(File.Enforcements.Count + 1, claim, dueOn)] };

    /// <summary>Every supported claim is owed from the service on.</summary>
    private void OweSupported(DateOnly servedOn, Moment now)
    {
        var due = now.Due(servedOn, Terms.Enforcement, "送达").DueOn;
        foreach (var claim in File.Claims.Where(claim => claim.Outcome is Outcome.Supported)) Owe(claim.Number, due);
        FollowEnforcement(servedOn, now);
    }

    /// <summary>The one term shows the nearest of what is owed, and ends with the last of it.</summary>
    private void FollowEnforcement(DateOnly from, Moment now)
    {
        if (File.Enforcements.Where(each => each.IsOpen()).MinBy(each => each.DueOn) is not { } next)
        {
            Finish(Terms.Enforcement.Code, now.Date);
            return;
        }
        if (TermOf(Terms.Enforcement.Code) is { DoneOn: null } running && running.StrictDueOn == next.DueOn) return;
        var start = from < next.DueOn ? from : next.DueOn.AddDays(-1);
        Start(now.Due(start, Terms.Enforcement with { Days = next.DueOn.DayNumber - start.DayNumber }, next.Claim is null ? "达成协议" : "送达"));
    }

    private void Keep(Enforcement enforcement) =>
        File = File with { Enforcements = [.. File.Enforcements.Select(each => each.Number == enforcement.Number ? enforcement : each)] };
}
