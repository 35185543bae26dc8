using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>文书 of the petition office: numbered, addressed, encrypted.</summary>
internal static class Papers
{
    /// <summary>津南开信转〔2026〕12号. The row stays locked until the transaction ends, so a number that is rolled back is given again: no gaps.</summary>
    public static async Task<string> NextDocumentNumberAsync(this IntakeDb db, string kind, int year, CancellationToken ct)
    {
        var issuer = Organs.Find(Organs.Office)!;
        var last = await db.Database.SqlQuery<int>($"""
            insert into document_number (organ, year, kind, last) values ({issuer.Code}, {year}, {kind}, 1)
            on conflict (organ, year, kind) do update set last = document_number.last + 1
            returning last
            """).ToListAsync(ct);
        return string.Create(CultureInfo.InvariantCulture, $"{issuer.DocumentCode}信{kind}〔{year}〕{last[0]}号");
    }

    /// <summary>A paper to the petitioner, in the name of the office.</summary>
    /// <param name="dossier">Null under seal: then the addressee is 信访人.</param>
    public static IssuedDocument IssueToPetitioner(
        this IntakeDb db, PersonalData people, Petition petition, DossierContent? dossier, DocumentKind kind, string title, string? number, DateTimeOffset at,
        IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<Article> basis, string? remedy = null)
    {
        var name = dossier?.Name ?? "信访人";
        return db.Issue(people, petition, kind, title, number, at,
            new(Organs.Find(Organs.Office)!.Name, name, dossier?.ShownName ?? name, paragraphs, [.. basis.Select(article => article.ToString())], remedy));
    }

    /// <summary>A paper with its text.</summary>
    public static IssuedDocument Issue(
        this IntakeDb db, PersonalData people, Petition petition, DocumentKind kind, string title, string? number, DateTimeOffset at, DocumentText text)
    {
        var document = new IssuedDocument
        {
            Id = Guid.CreateVersion7(at),
            PetitionId = petition.Id,
            Kind = kind,
            Title = title,
            Number = number,
            IssuedOn = Moment.DateIn(at),
            Content = text.Encrypted(people, petition.Id.Value),
        };
        db.Documents.Add(document);
        return document;
    }

    /// <summary>您反映的“…”（信访编号…），我们…收到。</summary>
    public static Paragraph Opening(Petition petition, DossierContent? dossier) => new(null,
        $"{(dossier is null ? "您反映的情况" : $"您反映的“{dossier.Subject}”")}（信访编号{petition.Number}），我们{ChineseDates.WithYear(petition.ReceivedOn)}收到。");
}
