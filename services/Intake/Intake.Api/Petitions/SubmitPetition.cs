using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Xinfang.Intake.Api.Attachments;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>提出: POST /petitions, by the petitioner, without signing in. The path that carries the load (docs/decisions/0003).</summary>
internal static class SubmitPetition
{
    private const string Route = "POST /petitions", Everybody = "public";

    public sealed record Request(
        PetitionerInput Petitioner, string? Subject = null, string? Facts = null, IReadOnlyList<string?>? Claims = null,
        Category? Category = null, string? Street = null, string? Place = null, DateOnly? HappenedOn = null,
        bool ElectronicService = false, bool Truthful = false, string? PrivacyVersion = null, int? People = null, IReadOnlyList<string?>? CoSigners = null, AgentForm? Agent = null, NoticeWay? NoticeWay = null,
        IReadOnlyList<Guid>? Attachments = null, IReadOnlyList<AgentForm?>? FurtherAgents = null);

    public static async Task<IResult> Handle(
        [FromHeader(Name = "Idempotency-Key")] string? key, [FromHeader(Name = UploadKeys.Header)] string? uploadKey, Request request, PersonalData people, AttachmentSettings limits,
        PetitionNumbers numbers, Registrar registrar, LegalClock clock, CancellationToken ct)
    {
        if (!IsKey(key))
            return Problems.Of("idempotency.key", "提交要带编号（Idempotency-Key），8到64个字母或者数字。", StatusCodes.Status400BadRequest);

        var now = clock.Now();
        var form = FormOf(request);
        if (Form.Check(form, Filing.Streets, online: true, now.Date) is { Count: > 0 } faults) return Filing.Incomplete(faults);

        if (HandedIn.Of(uploadKey, people, limits, (AttachmentKind.Material, request.Attachments)).Refused(out var unfit, out var files)) return unfit.ToProblem();

        var entry = new Entry(Channel.Online, now.Date, form.Anonymous, request.ElectronicService, form.Street, form.Claims.Count, form.Category);
        var number = await numbers.NextAsync(now.Date, ct);
        if (Petition.Register(new(Guid.CreateVersion7(now.At)), number, entry, by: null, now).Refused(out var refusal, out var registration))
            return refusal.ToProblem();

        var repeatable = new Repeatable(key!, Route, Everybody, JsonSerializer.SerializeToUtf8Bytes(request, IntakeJson.Stored.Submission));
        return Filing.Created(await registrar.WriteAsync(registration, form, repeatable, files, now, ct));
    }

    private static bool IsKey(string? key) => key is { Length: >= 8 and <= 64 } && key.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.' or ':');

    private static PetitionForm FormOf(Request request) => request.Petitioner.Form(request.Agent, request.FurtherAgents) with
    {
        Subject = request.Subject,
        Facts = request.Facts,
        Claims = request.Claims ?? [],
        Category = request.Category,
        Street = request.Street,
        Place = request.Place,
        HappenedOn = request.HappenedOn,
        Truthful = request.Truthful,
        PrivacyVersion = request.PrivacyVersion,
        People = request.People,
        CoSigners = request.CoSigners ?? [],
        NoticeWay = request.NoticeWay,
    };
}
