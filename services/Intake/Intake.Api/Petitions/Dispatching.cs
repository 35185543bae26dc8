using Microsoft.EntityFrameworkCore;
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
        var what = dossier is null ? "您反映的情况" : $"您反映的“{dossier.Subject}”";
        List<Paragraph> paragraphs =
        [
            new(null, $"{what}（信访编号{petition.Number}），我们{ChineseDates.WithYear(petition.ReceivedOn)}收到。"),
            new("转给谁", $"{ChineseDates.WithYear(Moment.DateIn(routed.At))}，我们把它{(routed.IsAssignment ? "交给" : "转给")}{organ.Name}（{organ.ShortName}）办理，电话{organ.Phone}。"),
        ];
        if (!petition.Sealed) paragraphs.Add(new("为什么", reason.Trim()));
        paragraphs.Add(new("接下来", petition.Sealed
            ? $"{organ.ShortName}按自己的规定办理和答复。您反映的材料只有它能看到。"
            : $"{organ.ShortName}收到后15日内书面告诉您受理不受理。受理后60日内给您书面处理意见；情况复杂的，最多再延30日，会告诉您理由。"));
        var name = dossier?.Name ?? "信访人";
        return new(Organs.Find(Organs.Office)!.Name, name, dossier?.Name is null ? name : Masking.Name(name), paragraphs,
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
        List<Paragraph> paragraphs =
        [
            new(null, $"现将信访事项（信访编号{petition.Number}，{ChineseDates.WithYear(petition.ReceivedOn)}收到）{(routed.IsAssignment ? "交" : "转")}你单位办理。"),
        ];
        if (dossier is null) paragraphs.Add(new("材料", "检举控告材料保密，只在系统里凭纪检监察机关的账号查阅，每次查阅都有记录。"));
        else paragraphs.AddRange([new("事项", dossier.Subject), new("请求", string.Join('\n', dossier.Claims.Select((claim, i) => $"{i + 1}. {claim}"))), new("理由", reason.Trim())]);
        if (routed.Report is { } report) paragraphs.Add(new("要求", $"{demand?.Trim()}\n请在{ChineseDates.Full(report.DueOn)}前反馈结果，提交办结报告。"));
        if (!petition.Sealed) paragraphs.Add(new("期限", "不属于你单位职权的，收到后5个工作日内提出异议并说明理由；属于的，收到后15日内书面告知信访人。"));
        IReadOnlyList<string> basis = routed.IsAssignment
            ? [PetitionRegulations.ForwardingWithReport.ToString(), PetitionRegulations.Notice.ToString()]
            : [BasisOf(organ).ToString(), PetitionRegulations.Notice.ToString()];
        return new(Organs.Find(Organs.Office)!.Name, organ.Name, organ.Name, paragraphs, basis, null);
    }
}
