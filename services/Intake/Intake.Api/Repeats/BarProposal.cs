using Xinfang.Documents.Rendering;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Progress;
using Xinfang.Intake.Domain;
using Xinfang.Intake.Recognition.Matters;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Intake.Api.Repeats;

/// <summary>The road that a repeat may take: linked to what is being handled (art. 19¶3), no longer accepted after a recheck (art. 36¶3), or told of review and recheck (arts. 35, 36).</summary>
internal enum BarRoad { Link, FinalBar, Remedy }

/// <summary>What article 19 or 36 may mean for a repeat, with the notice as it would read. Proposed only: a clerk links, the head of the competent organ bars.</summary>
/// <param name="Organ">Where the clerk goes on: the organ that has it or had it.</param>
/// <param name="Title">Of the notice; null where none would be issued.</param>
/// <param name="Draft">The notice, with the name masked and without its reasons.</param>
internal sealed record BarProposal(BarRoad Road, string Sentence, string Basis, OrganView? Organ, string? Title, IReadOnlyList<Paragraph> Draft)
{
    /// <summary>Null where nothing speaks for a bar.</summary>
    public static async Task<BarProposal?> OfAsync(IntakeDb db, Petition petition, DossierContent dossier, Candidates.Found found, Moment now, CancellationToken ct)
    {
        var earlier = found.Petition;
        if (found.Comparison.Kinship is not Kinship.Repeat || earlier.Sealed || !(earlier.IsRunning || earlier.Status is PetitionStatus.Completed)) return null;
        var situation = new Situation(earlier, await db.CaseFactsAsync(earlier, ct), now);
        var masked = dossier with { Name = dossier.Masked(petition.Anonymous).Name };
        if (situation.Review is { IsRecheck: true, Served: { Final: true } served } recheck) return FinalBar(petition, masked, earlier, recheck, served.ServedOn);
        if (!earlier.IsRunning) return new(BarRoad.Remedy, Remedy(situation), PetitionRegulations.Review.ToString(), OrganView.Of(earlier.Organ), null, []);
        if (situation.HandledUntil is { } last && now.Date > last)
            return new(BarRoad.Remedy, $"那一件的规定期限已经在{ChineseDates.WithYear(last)}过了，不能以正在办理为由不予受理。由您定。", PetitionRegulations.HigherLevelBar.ToString(), OrganView.Of(earlier.Organ), null, []);
        return new(BarRoad.Link, "那一件正由有权处理的机关办理。还在规定期限内的，可以不予受理，告诉信访人在哪里查。由您定。", PetitionRegulations.HigherLevelBar.ToString(),
            OrganView.Of(earlier.Organ), LinkNotice.Title, LinkNotice.Paragraphs(petition, masked, earlier, situation.HandledUntil, ""));
    }

    private static BarProposal FinalBar(Petition petition, DossierContent dossier, Petition earlier, ReviewTold recheck, DateOnly servedOn)
    {
        var organ = Organs.Find(earlier.Organ)!;
        var paper = new BarNotice(organ.Name, null, dossier.Name ?? "信访人", petition.Number, recheck.DocumentNumber ?? "文号见案卷", Situation.On(recheck.DecidedAt) ?? servedOn,
            $"{organ.ShortName}，电话{organ.Phone}", null).Paper();
        return new(BarRoad.FinalBar,
            $"那一件已经复核，复核意见{ChineseDates.WithYear(servedOn)}送到。事实和理由都相同的，各级不再受理；有新的事实或者理由的，按新的办。转给{organ.ShortName}，由它逐项比较，负责人定。",
            PetitionRegulations.FinalBar.ToString(), OrganView.Of(earlier.Organ), paper.Title, [.. paper.Paragraphs.Select(Paragraph.Of)]);
    }

    private static string Remedy(Situation situation) => situation.ReviewRequest is { } due && situation.Review is null && situation.Now.Date <= due.DueOn
        ? $"那一件已经办结，没有复核，不能不再受理。信访人不服的，最晚{ChineseDates.WithYear(due.DueOn)}可以申请复查。由您定。"
        : "那一件已经办结，没有复核。只是过了申请复查的期限，不能不再受理。由您定。";
}
