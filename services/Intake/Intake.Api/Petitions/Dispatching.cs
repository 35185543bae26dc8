using Microsoft.EntityFrameworkCore;
using Xinfang.Documents.Rendering;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>What forwarding and assigning answer.</summary>
internal sealed record RoutedAnswer(
    Guid Id, PetitionStatus Status, OrganView Organ, int Round, bool Late, DateTimeOffset RoutedAt, DateOnly? ReportDueOn,
    Guid NoticeId, Guid LetterId, string LetterNumber);

/// <summary>What forwarding and assigning do alike: look up the organ, issue letter and notice.</summary>
internal static class Dispatching
{
    /// <summary>The organ as the domain needs to know it.</summary>
    public static Target TargetOf(string? code, DateOnly on)
    {
        var organ = Organs.Find(code);
        var successor = organ is not null && !organ.ExistsOn(on) ? Organs.InChargeOn(organ.Code, on)?.ShortName : null;
        return new(code ?? "", organ is not null, organ is not null && Organs.Routable.Any(known => known.Code == code), code == Organs.Discipline, successor);
    }

    /// <summary>Accounts as the event carries them; what does not look like one is left out.</summary>
    public static string? AccountsOf(IReadOnlyList<string>? accounts)
    {
        var known = (accounts ?? []).Select(account => account.Trim()).Where(account => account.Length is > 0 and <= 60
            && account.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '-')).Distinct(StringComparer.Ordinal).Take(20).ToList();
        return known.Count == 0 ? null : string.Join(',', known);
    }

    /// <summary>Adds 转送告知 for the petitioner and 转送函 or 交办函 for the organ, the letter with the next number of its kind.</summary>
    public static async Task<RoutedAnswer> IssueAsync(
        IntakeDb db, PersonalData people, Petition petition, Routed routed, string reason, string? demand, CancellationToken ct)
    {
        var dossier = petition.Sealed ? null : await db.OpenDossierAsync(petition.Id.Value, people, ct);
        var on = Moment.DateIn(routed.At);
        var number = await db.NextDocumentNumberAsync(routed.IsAssignment ? "交" : "转", on.Year, ct);
        var notice = Document(people, routed, DocumentKind.Forwarding, "转送告知", null, on, Notice(petition, routed, dossier, reason));
        var letter = Document(people, routed, routed.IsAssignment ? DocumentKind.AssignmentLetter : DocumentKind.ForwardingLetter,
            routed.IsAssignment ? "交办函" : "转送函", number, on, Letter(petition, routed, dossier, reason, demand));
        db.Documents.AddRange(notice, letter);
        db.RoutingWords.Add(new RoutingWords
        {
            PetitionId = petition.Id,
            Round = routed.Round,
            Reason = people.Encrypt(reason.Trim(), petition.Id.Value),
            Demand = demand is null ? null : people.Encrypt(demand.Trim(), petition.Id.Value),
            NoticeId = notice.Id,
            LetterId = letter.Id,
        });
        return new(petition.Id.Value, petition.Status, OrganView.Of(routed.Organ)!, routed.Round, routed.Late, routed.At, routed.Report?.DueOn,
            notice.Id, letter.Id, number);
    }

    private static IssuedDocument Document(PersonalData people, Routed routed, DocumentKind kind, string title, string? number, DateOnly on, DocumentText text) => new()
    {
        Id = Guid.CreateVersion7(routed.At),
        PetitionId = routed.Id,
        Kind = kind,
        Title = title,
        Number = number,
        IssuedOn = on,
        Content = text.Encrypted(people, routed.Id.Value),
    };

    private static DocumentText Notice(Petition petition, Routed routed, DossierContent? dossier, string reason)
    {
        var organ = Organs.Find(routed.Organ)!;
        var name = dossier?.Name ?? "信访人";
        var office = Organs.Find(Organs.Office)!.Name;
        var paper = new WhereaboutsNotice(office, null, name, dossier?.Subject, petition.Number, petition.ReceivedOn, Moment.DateIn(routed.At), routed.IsAssignment,
            organ.Name, organ.ShortName, organ.Phone, petition.Sealed ? null : reason.Trim(), Moment.DateIn(routed.At)).Paper();
        return new(office, name, dossier?.ShownName ?? name, [.. paper.Paragraphs.Select(Paragraph.Of)],
            [BasisOf(organ).ToString(), PetitionRegulations.Notice.ToString()], null);
    }

    /// <summary>涉法涉诉 letters go to the political-legal organs, accusations to discipline (22¶2); everything else by level.</summary>
    private static Article BasisOf(Organ organ) => organ.Kind switch
    {
        OrganKind.Court or OrganKind.Procuratorate or OrganKind.Discipline => PetitionRegulations.ForwardingToPoliticalLegal,
        OrganKind.Street => PetitionRegulations.ForwardingToLowerLevel,
        _ => PetitionRegulations.ForwardingToOwnLevel,
    };

    private static DocumentText Letter(Petition petition, Routed routed, DossierContent? dossier, string reason, string? demand)
    {
        var organ = Organs.Find(routed.Organ)!;
        var office = Organs.Find(Organs.Office)!.Name;
        var paper = new RoutingLetter(office, organ.Name, null, petition.Number, petition.ReceivedOn, dossier?.Subject, dossier?.Claims ?? [], dossier is null ? null : reason.Trim(),
            routed.Report is { } report ? new(demand?.Trim() ?? "", report.DueOn) : null, petition.Sealed, Moment.DateIn(routed.At)).Paper();
        IReadOnlyList<string> basis = routed.IsAssignment
            ? [PetitionRegulations.ForwardingWithReport.ToString(), PetitionRegulations.Notice.ToString()]
            : [BasisOf(organ).ToString(), PetitionRegulations.Notice.ToString()];
        return new(office, organ.Name, organ.Name, [.. paper.Paragraphs.Select(Paragraph.Of)], basis, null);
    }
}
