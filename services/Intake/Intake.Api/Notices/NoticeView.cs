using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Notices;

/// <summary>A notice as the office sees it: of the person as much as tells two letters apart.</summary>
/// <param name="Name">张*; 保密 under seal.</param>
internal sealed record NoticeView(
    Guid Id, Guid PetitionId, string Number, string Name, NoticeCause Cause, string CauseText, string Basis, NoticeWay Way, string WayText, NoticeState State, string StateText,
    int Attempts, DateTimeOffset CreatedAt, DateTimeOffset? NextAttemptAt, DateTimeOffset? SentAt, string? FailureText, bool HasAddress, Guid? PrintList, string? RegisteredMail,
    DateOnly? ReceivedOn, string? ResolutionText, string? By)
{
    /// <summary>These notices with what lies encrypted beside them.</summary>
    public static async Task<IReadOnlyList<NoticeView>> OfAsync(IntakeDb db, IReadOnlyList<Notice> notices, PersonalData people, CancellationToken ct)
    {
        var petitions = notices.Select(n => n.PetitionId).Distinct().ToList();
        var known = await db.Petitions.AsNoTracking().IgnoreAutoIncludes().Where(p => petitions.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => new { p.Number, p.Sealed }, ct);
        var ids = notices.Select(n => n.Id).ToList();
        var addressees = await db.Notices.AsNoTracking().Where(n => ids.Contains(n.Id))
            .Select(n => new { n.Id, Content = EF.Property<byte[]>(n, NoticeMapping.Addressee) }).ToDictionaryAsync(n => n.Id, n => n.Content, ct);
        return
        [
            .. notices.Select(n =>
            {
                var (petition, addressee) = (known[n.PetitionId], Addressee.Decrypted(addressees[n.Id], people, n.PetitionId.Value));
                return new NoticeView(
                    n.Id, n.PetitionId.Value, petition.Number, petition.Sealed ? "保密" : addressee.Name is null ? DossierContent.KeptBack : Masking.Name(addressee.Name), n.Cause, NoticeCauses.Of(n.Cause), NoticeCauses.Basis(n.Cause).Short,
                    n.Way, NoticeWords.Of(n.Way), n.State, NoticeWords.Of(n.State), n.Attempts, n.CreatedAt, n.NextAttemptAt, n.SentAt,
                    n.Failure is { } failure ? NoticeWords.Of(failure) : null, !petition.Sealed && addressee.Address is not null, n.PrintList, n.RegisteredMail, n.ReceivedOn,
                    n.Resolution is { } resolution ? NoticeWords.Of(resolution) : null, n.By);
            }),
        ];
    }
}
