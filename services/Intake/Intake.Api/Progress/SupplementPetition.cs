using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.Attachments;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Progress;

/// <summary>补充材料: POST /progress/supplements, by the petitioner.</summary>
internal static class SupplementPetition
{
    public sealed record Request(string? Text = null, IReadOnlyList<Guid>? Attachments = null);

    public sealed record Response(int Number, DateTimeOffset ReceivedAt);

    public static async Task<IResult> Handle(
        [FromHeader(Name = UploadKeys.Header)] string? uploadKey, Request request, HttpRequest http, PetitionTickets tickets, IntakeDb db, PersonalData people, AttachmentSettings limits, LegalClock clock, CancellationToken ct)
    {
        if (await tickets.PetitionAsync(http, db, ct) is not { } petition) return Problems.TicketRequired();

        if (HandedIn.Of(uploadKey, people, limits, (AttachmentKind.Material, request.Attachments)).Refused(out var unfit, out var files)) return unfit.ToProblem();
        await using var transaction = files.Any ? await db.Database.BeginTransactionAsync(ct) : null; // the files and what they belong to
        IReadOnlyList<string>? addresses = null;
        if (files.Any)
        {
            if (await files.LockAsync((NpgsqlConnection)db.Database.GetDbConnection(), ct) is not var (locked, size)) return AttachmentRefusals.Gone.ToProblem();
            var there = await db.Attachments.Where(a => a.PetitionId == petition.Id).SumAsync(a => a.Size, ct);
            if (there + size > limits.PetitionBytes) return AttachmentRefusals.PetitionFull(limits.PetitionBytes).ToProblem();
            addresses = locked;
        }

        var told = addresses is null ? request.Text : $"{request.Text}\n{string.Join('\n', addresses)}"; // the same words with other files are something new
        var (before, hash) = (petition.Digest(), people.SearchHash("supplement", $"{petition.Id.Value}:{told}"));
        var received = await db.Supplements.AnyAsync(s => s.PetitionId == petition.Id && s.TextHash == hash, ct);
        if (petition.Supplement(request.Text, received, clock.Now()).Refused(out var refusal, out var supplemented)) return refusal.ToProblem();

        db.Supplements.Add(new Supplement
        {
            PetitionId = petition.Id,
            Number = supplemented.Number,
            Text = people.Encrypt(request.Text!.Trim(), petition.Id.Value),
            TextHash = hash,
            At = supplemented.At,
        });
        db.SearchDue.Add(new SearchDue { PetitionId = petition.Id });
        await db.RecordAsync(petition, before, "Supplement", Recording.Petitioner, "", supplemented.At, Flow.Basis(Act.Supplement), new { number = supplemented.Number, attachments = addresses }, ct);
        db.Publish(petition.Id.Value, new PetitionSupplemented
        {
            PetitionId = petition.Id.Value,
            Organ = supplemented.Organ,
            SupplementNumber = supplemented.Number,
            SupplementedAt = supplemented.At,
        });
        await db.SaveChangesAsync(ct);
        if (transaction is not null)
        {
            await files.BindAsync((NpgsqlConnection)db.Database.GetDbConnection(), petition.Id.Value, supplemented.Number, ct);
            await transaction.CommitAsync(ct);
            db.Announce();
        }
        return TypedResults.Ok(new Response(supplemented.Number, supplemented.At));
    }
}
