using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>The office's documents of a petition. The receipt has the petition's id and is composed from what never changes.</summary>
internal static class DocumentReading
{
    private const string Service = "intake";

    /// <summary>What is written to the petitioner.</summary>
    public static readonly DocumentKind[] ToPetitioner =
        [DocumentKind.Forwarding, DocumentKind.DirectReply, DocumentKind.Declination, DocumentKind.Guidance, DocumentKind.Withdrawal];

    public static byte[] Encrypted(this DocumentText text, PersonalData people, Guid petition) =>
        people.Encrypt(JsonSerializer.SerializeToUtf8Bytes(text, MessageTypes.Json), petition);

    /// <summary>Receipt first, then as issued.</summary>
    /// <param name="forPetitioner">Without the letters to organs.</param>
    public static async Task<IReadOnlyList<DocumentView>> ListDocumentsAsync(this IntakeDb db, Petition petition, bool forPetitioner, CancellationToken ct)
    {
        var issued = await db.Documents.AsNoTracking().Where(d => d.PetitionId == petition.Id && (!forPetitioner || ToPetitioner.Contains(d.Kind)))
            .OrderBy(d => d.Id)
            .Select(d => new { d.Id, d.Kind, d.Title, d.Number, d.IssuedOn })
            .ToListAsync(ct);
        return
        [
            new(petition.Id.Value, nameof(DocumentKind.Receipt), "信访回执", petition.Number, Moment.DateIn(petition.RegisteredAt), null, Service, petition.Id.Value),
            .. issued.Select(d => new DocumentView(d.Id, d.Kind.ToString(), d.Title, d.Number, d.IssuedOn, null, Service, petition.Id.Value)),
        ];
    }

    /// <summary>A document with its text, or null when the petition has no such one.</summary>
    /// <param name="forPetitioner">With the full name, and without the letters to organs.</param>
    public static async Task<DocumentContent?> ReadDocumentAsync(
        this IntakeDb db, Petition petition, Guid id, bool forPetitioner, PersonalData people, Moment now, CancellationToken ct)
    {
        if (id == petition.Id.Value) return await ReceiptAsync(db, petition, forPetitioner, people, now, ct);

        var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.PetitionId == petition.Id, ct);
        if (document is null || (forPetitioner && !ToPetitioner.Contains(document.Kind))) return null;
        if (petition.Sealed && !forPetitioner && !await IsLetterUnderSealAsync(db, petition, id, ct)) return null;
        var text = JsonSerializer.Deserialize<DocumentText>(people.DecryptBytes(document.Content, petition.Id.Value), MessageTypes.Json)
            ?? throw new CryptographicException("A document is empty.");
        return new(document.Id, document.Kind.ToString(), document.Title, document.Number, document.IssuedOn, null, Service, petition.Id.Value,
            text.Issuer, forPetitioner ? text.Addressee : text.AddresseeMasked, text.Paragraphs, text.Basis, text.Remedy);
    }

    // What was issued before the petition was sealed tells what it says. The letter to the disciplinary organ was written under seal and does not.
    private static Task<bool> IsLetterUnderSealAsync(IntakeDb db, Petition petition, Guid id, CancellationToken ct) => petition.Organ is null
        ? Task.FromResult(false)
        : db.RoutingWords.AnyAsync(w => w.PetitionId == petition.Id && w.Round == petition.Round && w.LetterId == id, ct);

    private static async Task<DocumentContent?> ReceiptAsync(
        IntakeDb db, Petition petition, bool forPetitioner, PersonalData people, Moment now, CancellationToken ct)
    {
        var dossier = forPetitioner ? await db.AnyDossierAsync(petition, people, ct) : await db.OpenDossierAsync(petition.Id.Value, people, ct);
        if (dossier is null) return null;
        var name = dossier.Name ?? "匿名";
        var registered = Moment.DateIn(petition.RegisteredAt);
        var due = petition.ForwardingTerm(now);
        return new(petition.Id.Value, nameof(DocumentKind.Receipt), "信访回执", petition.Number, registered, null, Service, petition.Id.Value,
            Organs.Find(Organs.Office)!.Name, forPetitioner ? name : dossier.ShownName ?? name,
            [
                new("信访编号", petition.Number),
                new("什么事", dossier.Subject),
                new("收到时间", $"{ChineseDates.Full(petition.ReceivedOn)}，{Words.Of(petition.Channel)}{(registered == petition.ReceivedOn ? "" : $"；{ChineseDates.Full(registered)}登记")}"),
                new("接下来会怎样",
                    $"1. 最晚{ChineseDates.Full(due.DueOn)}，我们转给该管的单位，并告诉您是哪个单位。\n"
                    + "2. 该单位收到后15日内，书面告诉您是否受理。\n"
                    + "3. 受理后60日内给您书面处理意见。复杂的，最多再延30日，会告诉您理由。"),
                new("没有手机", $"打{Names.OfficePhone}，报编号和查询码，我们念给您听。"),
                new("查询码", "查询码等于钥匙，只在登记时给您一次，不要告诉别人。工作人员不会要您的密码，也不会收费。"),
            ],
            [PetitionRegulations.Registration.ToString(), PetitionRegulations.Forwarding.ToString(), PetitionRegulations.Completion.ToString()], null);
    }
}
