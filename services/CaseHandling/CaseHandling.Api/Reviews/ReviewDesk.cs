using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Reviews;

/// <summary>A review with the petition it belongs to, for an act.</summary>
internal sealed record OpenReview(Petition Petition, Review Review);

/// <summary>What can be asked for next about a petition, and what it would attack.</summary>
/// <param name="Level">The level that is next.</param>
/// <param name="Opinion">The served opinion; null when there is none.</param>
/// <param name="Body">The organ one level above the one that issued it; null when there is none.</param>
/// <param name="Reviews">Every review of the petition so far.</param>
internal sealed record ReviewRight(Petition Petition, ReviewLevel Level, AttackedOpinion? Opinion, string? Body, IReadOnlyList<Review> Reviews)
{
    /// <summary>Why nobody can ask for it; null when it can be asked for, be it late.</summary>
    public Refusal? Refuses() => Review.RefusesRequest(Level, Opinion, Body, Reviews);
}

/// <summary>Who sees which reviews, and how one is opened: one policy for detail, list, count, act and document.</summary>
internal static class ReviewDesk
{
    /// <summary>
    /// The reviews a caller may see: those before their body, unless they took part in what is reviewed; those of petitions they may
    /// see; and, as the respondent of a recheck, those of petitions their body has reviewed.
    /// </summary>
    public static IQueryable<Review> VisibleReviews(this CaseHandlingDb db, CurrentCaller caller)
    {
        var petitions = db.Petitions.VisibleTo(caller);
        if (!new[] { Duty.Handle, Duty.Check, Duty.Head }.Any(caller.Has)) return db.Reviews.Where(review => petitions.Any(petition => petition.Id == review.PetitionId));
        var before = db.BeforeBodyOf(caller);
        return db.Reviews.Where(review => before.Any(own => own.Id == review.Id)
            || (review.Body != caller.Organ && before.Any(own => own.PetitionId == review.PetitionId))
            || petitions.Any(petition => petition.Id == review.PetitionId));
    }

    /// <summary>The reviews before the caller's own body, for which the caller need not stand aside.</summary>
    public static IQueryable<Review> BeforeBodyOf(this CaseHandlingDb db, CurrentCaller caller) => db.Reviews.Where(review =>
        review.Body == caller.Organ && !EF.Property<List<string>>(review, ReviewMapping.StandAside).Contains(caller.Account));

    /// <summary>The review with its petition, or null when there is none that the caller may see.</summary>
    public static async Task<OpenReview?> OpenReviewAsync(this CaseHandlingDb db, Guid id, CurrentCaller caller, CancellationToken ct)
    {
        if (await db.OpenAsync(db.VisibleReviews(caller), new ReviewId(id), ct) is not { } review) return null;
        return await db.OpenAsync(db.Petitions, review.PetitionId, ct) is { } petition ? new(petition, review) : null;
    }

    /// <summary>What can be asked for about a petition: the level that is next, or the one named on paper.</summary>
    public static async Task<ReviewRight> RightAsync(this CaseHandlingDb db, Petition petition, ReviewLevel? asked, CancellationToken ct)
    {
        var reviews = await db.ReviewsOfAsync(petition.Id, ct);
        var opinion = await db.Documents.AsNoTracking()
            .Where(document => document.PetitionId == petition.Id && document.Kind == DocumentKind.Opinion && document.ServedOn != null)
            .OrderByDescending(document => document.Id).FirstOrDefaultAsync(ct);
        // A review of an opinion that a newer one has replaced is over.
        var reviewed = reviews.LastOrDefault(review => review.Level is ReviewLevel.Review && review.Status is ReviewStatus.Served && review.OpinionId == opinion?.Id);
        var level = asked ?? (reviewed is null ? ReviewLevel.Review : ReviewLevel.Recheck);
        if (level is ReviewLevel.Recheck)
            return new(petition, level, reviewed is null ? null : Attacked(petition, reviewed.Body, reviewed.IssuedId.GetValueOrDefault(), reviewed.IssuedNumber ?? "", reviewed.ServedOn.GetValueOrDefault()),
                reviewed is null ? null : Organs.ReviewBodyOf(reviewed.Body)?.Code, reviews);

        var stands = opinion is not null && petition.Status is PetitionStatus.Served or PetitionStatus.Completed;
        return new(petition, level, stands ? Attacked(petition, petition.Organ, opinion!.Id, opinion.Number, opinion.ServedOn.GetValueOrDefault()) : null,
            Organs.ReviewBodyOf(petition.Organ)?.Code, reviews);
    }

    /// <summary>Who has taken part so far: for them the request does not exist.</summary>
    public static Task<List<string>> TookPartAsync(this CaseHandlingDb db, PetitionId petition, CancellationToken ct) =>
        db.Record.AsNoTracking().Where(entry => entry.PetitionId == petition.Value && entry.By != "system" && entry.By != "petitioner").Select(entry => entry.By).Distinct().ToListAsync(ct);

    private static AttackedOpinion Attacked(Petition petition, string issuedBy, Guid document, string number, DateOnly servedOn) =>
        new(petition.Id, petition.Number, petition.Category, petition.Organ, issuedBy, document, number, servedOn, petition.File.Claims.Count, petition.ElectronicService);
}
