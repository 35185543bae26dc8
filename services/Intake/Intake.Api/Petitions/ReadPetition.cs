using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Attachments;
using Xinfang.Intake.Api.Desk;
using Xinfang.Intake.Api.Disputes;
using Xinfang.Intake.Api.Learning;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Transfers;
using Xinfang.Intake.Api.Urgency;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>事项, for the office: GET /petitions/{id}, with ETag. Of a sealed one the office sees that it is there, not what it says.</summary>
internal static class ReadPetition
{
    public sealed record RoutingView(int Round, OrganView? Organ, DateTimeOffset At, DateOnly? ReportDueOn, bool Late, DateTimeOffset? ReturnedAt, string? Reason, string? Demand);

    public sealed record SupplementView(int Number, DateTimeOffset At, string? Text);

    public sealed record Response(
        Guid Id, string Number, Channel Channel, DateOnly ReceivedOn, DateTimeOffset RegisteredAt, string Subject, string? Facts, IReadOnlyList<string> Claims,
        int ClaimCount, MaskedPetitioner? Petitioner, string? Street, string? StreetName, string? Place, DateOnly? HappenedOn, bool ElectronicService,
        Category? StatedCategory, Category? Category, string? ContentCode, string? ContentName, bool Urgent, bool Sealed,
        PetitionStatus Stage, string StageText, OrganView? Organ, int Round, string? FirstReceiver, bool RoutingOverdue,
        IReadOnlyList<TermView> Terms, IReadOnlyList<ActView> Acts, IReadOnlyList<RoutingView> Routings, IReadOnlyList<SupplementView> Supplements,
        IReadOnlyList<DocumentView> Documents, IReadOnlyList<RecordLine> Record, ProposalsView? Proposals,
        ScreeningView? Screening, ParticipantsView? Participants, IReadOnlyList<EscalationView> Escalations, DisputeView? Dispute, CallBackView? CallBack, HoldView? Hold, IReadOnlyList<OriginView> Origins, IReadOnlyList<AttachmentView> Attachments);

    public sealed record ParticipantsView(
        int People, IReadOnlyList<string> CoSigners, IReadOnlyList<string> Representatives, string? ElectionNote, bool Oral, OrganView? StepUp, string? StepUpGuidance);

    public static async Task<IResult> Handle(
        Guid id, HttpResponse response, CurrentCaller caller, IntakeDb db, Proposing proposing, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();

        var now = clock.Now();
        var dossier = await db.OpenDossierAsync(id, people, ct);
        var contents = await db.ContentTreeAsync(ct);
        var waits = Flow.Refuses(petition.Status, Act.Classify) is null;
        var participants = await ParticipantsAsync(db, petition, people, ct);
        var proposals = dossier is not null && waits ? await proposing.OfAsync(petition, dossier, participants?.People, contents, ct) : null;
        if (proposals is not null && caller.Has(Duty.Register)) await proposing.ShownAsync(petition, proposals, now, ct);
        var callBack = petition.RatedAt is null ? null : await db.CallBacks.FindAsync([petition.Id], ct);
        response.SetETag(db.Entry(petition).Property<uint>("xmin").CurrentValue);
        return TypedResults.Ok(new Response(
            id, petition.Number, petition.Channel, petition.ReceivedOn, petition.RegisteredAt, dossier?.Subject ?? "保密件，只能转纪检监察机关", dossier?.Facts,
            dossier?.Claims ?? [], petition.ClaimCount, dossier?.Masked(petition.Anonymous), petition.Street, Organs.Find(petition.Street)?.ShortName,
            dossier?.Place, dossier?.HappenedOn, petition.ElectronicService, petition.StatedCategory, petition.Category, petition.ContentCode,
            petition.ContentCode is { } code ? contents.NameOf(code) : null, petition.Urgent, petition.Sealed,
            petition.Status, Words.Of(petition.Status), OrganView.Of(petition.Organ), petition.Round, petition.FirstReceiver,
            petition.FirstRoutedOn is null && now.Date > petition.ForwardDueOn,
            [now.View(petition.ForwardingTerm(now), petition.FirstRoutedOn)], ActsFor(petition, callBack, caller), await RoutingsAsync(db, petition, people, ct),
            await SupplementsAsync(db, petition, people, ct), await db.ListDocumentsAsync(petition, forPetitioner: false, ct),
            await db.LinesAsync(id, ct), proposals,
            waits ? await ScreeningView.OfAsync(db, petition, dossier, proposals, people, ct) : null,
            participants, await EscalationView.AllAsync(db, petition, people, now, ct), await DisputeView.ReadAsync(db, petition, people, now, ct),
            await CallBackView.ReadAsync(db, callBack, people, now, ct),
            waits ? HoldView.Of(await db.Holds.AsNoTracking().FirstOrDefaultAsync(h => h.PetitionId == petition.Id, ct), caller.Account, now.At) : null,
            [.. (await OriginView.OfAsync(db, [petition.Id], now.Date, ct))[petition.Id]],
            petition.Sealed ? [] : await db.AttachmentsAsync(petition.Id, people, ct))); // their names are part of what is sealed
    }

    private static List<ActView> ActsFor(Petition petition, CallBack? callBack, CurrentCaller caller)
    {
        var page = $"/desk/routing/{petition.Id.Value}";
        List<ActView> acts = [];
        if (caller.Has(Duty.Register) || caller.Has(Duty.Oversee))
        {
            if (!petition.Sealed) acts.Add(View(Act.Escalate, "同时报给五个方面，逐个登记签收，到齐才算报完", $"{page}/escalation"));
            if (petition.Status is PetitionStatus.Disputed) acts.Add(View(Act.DecideDispute, "定下单位就转过去；没有谈成，报下一级", $"{page}/dispute"));
        }
        if (callBack is not null && (caller.Has(Duty.Register) || caller.Has(Duty.Oversee)))
            acts.Add(callBack.Refuses(petition.FirstReceiver, caller.Account) is { } refused
                ? new(nameof(Act.CallBack), Words.Of(Act.CallBack), false, Reason: refused.Message, Basis: refused.Basis?.ToString())
                : View(Act.CallBack, "问清楚哪里不满意，记下来；信访人查进度能看到联系过", $"{page}/call-back"));
        if (!caller.Has(Duty.Register)) return acts;
        if (!petition.Sealed)
            acts.AddRange(
            [
                View(Act.Reply, "咨询、感谢等能当场答的，直接回复，到此办完", $"{page}/reply"),
                View(Act.Link, "同一个人的同一件事正在办，告诉信访人去哪里查", $"{page}/link"),
                View(Act.Divert, "涉法涉诉来访、信息公开、归别的机关管的，书面告诉该去哪里", $"{page}/diversion"),
                View(Act.OpenDispute, "两个以上单位说不清归谁，先协商，再报上一级或者联席会议", $"{page}/dispute"),
            ]);
        return
        [
            View(Act.Classify, "建议意见、检举控告、申诉求决，各走各的路", $"{page}/classification"),
            View(Act.Forward, "转给该管的单位，它按期告知、办理", $"{page}/forwarding"),
            View(Act.Assign, "转给该管的单位，并定期限要它报结果", $"{page}/assignment"),
            .. acts,
        ];

        ActView View(Act act, string consequence, string href) => Flow.Refuses(petition.Status, act) is { } refusal
            ? new(act.ToString(), Words.Of(act), false, Reason: refusal.Message, Basis: refusal.Basis?.ToString())
            : new(act.ToString(), Words.Of(act), true, consequence, Basis: Flow.Basis(act).ToString(), Href: href);
    }

    // Names of the others are masked as the petitioner's is; under seal there are none.
    private static async Task<ParticipantsView?> ParticipantsAsync(IntakeDb db, Petition petition, PersonalData people, CancellationToken ct)
    {
        if (petition.Sealed || await db.Participants.AsNoTracking().SingleOrDefaultAsync(p => p.PetitionId == petition.Id, ct) is not { } row) return null;
        var content = ParticipantsContent.Decrypted(row.Content, people, petition.Id.Value);
        return new(row.People, [.. content.CoSigners.Select(Masking.Name)], [.. content.Representatives.Select(Masking.Name)], content.ElectionNote, row.Oral,
            OrganView.Of(row.StepUpOrgan), content.StepUpGuidance);
    }

    private static async Task<IReadOnlyList<RoutingView>> RoutingsAsync(IntakeDb db, Petition petition, PersonalData people, CancellationToken ct)
    {
        var words = await db.RoutingWords.AsNoTracking().Where(w => w.PetitionId == petition.Id).ToDictionaryAsync(w => w.Round, ct);
        return
        [
            .. petition.Routings.OrderBy(r => r.Round).Select(r => new RoutingView(
                r.Round, OrganView.Of(r.Organ), r.At, r.ReportDueOn, r.Late, r.ReturnedAt, Open(words[r.Round].Reason), Open(words[r.Round].Demand))),
        ];

        string? Open(byte[]? text) => text is null || petition.Sealed ? null : people.Decrypt(text, petition.Id.Value);
    }

    private static async Task<IReadOnlyList<SupplementView>> SupplementsAsync(IntakeDb db, Petition petition, PersonalData people, CancellationToken ct) =>
        [
            .. (await db.Supplements.AsNoTracking().Where(s => s.PetitionId == petition.Id).OrderBy(s => s.Number).ToListAsync(ct))
                .Select(s => new SupplementView(s.Number, s.At, petition.Sealed ? null : people.Decrypt(s.Text, petition.Id.Value))),
        ];
}
