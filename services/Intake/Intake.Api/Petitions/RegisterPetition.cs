using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Xinfang.Intake.Api.Attachments;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>登记来信、来电、传真、来访: PUT /petitions/{id}, with a version-7 id made by the client.</summary>
internal static class RegisterPetition
{
    private const string Route = "PUT /petitions";

    private static readonly Refusal IdOfAnotherKind = new("petition.id", "登记要用第7版的标识（UUIDv7）。", Kind: RefusalKind.Invalid);

    public sealed record Request(
        Channel Channel, DateOnly ReceivedOn, PetitionerInput Petitioner, string? Subject = null, string? Facts = null, IReadOnlyList<string?>? Claims = null,
        Category? Category = null, string? Street = null, string? Place = null, DateOnly? HappenedOn = null, bool ElectronicService = false,
        int? People = null, IReadOnlyList<string?>? CoSigners = null, IReadOnlyList<string?>? Representatives = null, string? ElectionNote = null,
        bool Oral = false, bool ReadBackConfirmed = false, string? StepUpOrgan = null, string? StepUpGuidance = null, AgentForm? Agent = null, NoticeWay? NoticeWay = null,
        IReadOnlyList<Guid>? Attachments = null, IReadOnlyList<Guid>? LetterPages = null, IReadOnlyList<Guid>? Envelope = null, IReadOnlyList<AgentForm?>? FurtherAgents = null);

    private static readonly Refusal StepUpUnknown = new("visit.step-up-organ", "没有这个单位。请选这件事应当先到哪里提出。", PetitionRegulations.VisitPlace, RefusalKind.Invalid);

    public static async Task<IResult> Handle(
        Guid id, [FromHeader(Name = UploadKeys.Header)] string? uploadKey, Request request, CurrentCaller caller, PersonalData people, AttachmentSettings limits, PetitionNumbers numbers, Registrar registrar, LegalClock clock, CancellationToken ct)
    {
        if (id.Version != 7) return IdOfAnotherKind.ToProblem();

        var now = clock.Now();
        var form = FormOf(request);
        if (Form.Check(form, Filing.Streets, online: false, now.Date) is { Count: > 0 } faults) return Filing.Incomplete(faults);

        if (request.StepUpOrgan is not null && Organs.Find(request.StepUpOrgan) is null) return StepUpUnknown.ToProblem();

        if (HandedIn.Of(uploadKey, people, limits, (AttachmentKind.LetterPage, request.LetterPages), (AttachmentKind.Envelope, request.Envelope), (AttachmentKind.Material, request.Attachments))
            .Refused(out var unfit, out var files)) return unfit.ToProblem();

        var entry = new Entry(request.Channel, request.ReceivedOn, form.Anonymous, request.ElectronicService, form.Street, form.Claims.Count, form.Category);
        var number = await numbers.NextAsync(now.Date, ct);
        if (Petition.Register(new(id), number, entry, caller.Account, now).Refused(out var refusal, out var registration))
            return refusal.ToProblem();

        var repeatable = new Repeatable(id.ToString(), Route, caller.Account, JsonSerializer.SerializeToUtf8Bytes(request, MessageTypes.Json));
        return Filing.Created(await registrar.WriteAsync(registration, form, repeatable, files, now, ct));
    }

    private static PetitionForm FormOf(Request request) => request.Petitioner.Form(request.Agent, request.FurtherAgents) with
    {
        Subject = request.Subject,
        Facts = request.Facts,
        Claims = request.Claims ?? [],
        Category = request.Category,
        Street = request.Street,
        Place = request.Place,
        HappenedOn = request.HappenedOn,
        Channel = request.Channel,
        People = request.People,
        CoSigners = request.CoSigners ?? [],
        Representatives = request.Representatives ?? [],
        ElectionNote = request.ElectionNote,
        Oral = request.Oral,
        ReadBackConfirmed = request.ReadBackConfirmed,
        StepUpOrgan = request.StepUpOrgan,
        StepUpGuidance = request.StepUpGuidance,
        NoticeWay = request.NoticeWay,
    };
}
