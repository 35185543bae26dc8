using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Notices;

/// <summary>
/// Hands waiting messages to the carrier, one by one. A message is taken for some time, handed over, and marked: whoever is broken off in between
/// leaves it to be taken again after that time, and the carrier knows it by its key. So nothing is lost, and nothing comes twice from a carrier
/// that keeps its word.
/// </summary>
internal sealed partial class NoticeDelivery(
    IServiceScopeFactory scopes, ISmsCarrier carrier, NoticeSettings settings, PersonalData people, TimeProvider time, ILogger<NoticeDelivery> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromSeconds(30);

    /// <summary>Longer than a carrier is waited for: nobody else takes what is still being handed over.</summary>
    private static readonly TimeSpan Taken = TimeSpan.FromMinutes(2);

    /// <summary>Hands over everything that is due; how many that were.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        for (var handed = 0; ; handed++)
            if (!await HandOverNextAsync(ct)) return handed;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                LogPostponed(e);
            }
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> HandOverNextAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IntakeDb>();
        var now = time.GetUtcNow();
        var until = now + Taken;
        var taken = await TakeAsync(db, $"""
            update notice set attempts = attempts + 1, next_attempt_at = {until} where id = (
                select id from notice where next_attempt_at <= {now} order by next_attempt_at limit 1 for update skip locked)
            returning *, xmin
            """, ct);
        if (taken is not [var notice]) return false;

        if (await SendAsync(db, notice, ct) is { } failure) notice.Fails(failure, settings.Pauses, time.GetUtcNow());
        else notice.Sends(time.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A clerk has changed it meanwhile; what they did stands.
        }
        return true;
    }

    private async Task<NoticeFailure?> SendAsync(IntakeDb db, Notice notice, CancellationToken ct)
    {
        try
        {
            var to = Addressee.Decrypted(db.Entry(notice).Property<byte[]>(NoticeMapping.Addressee).CurrentValue, people, notice.PetitionId.Value).Phone;
            if (!Form.IsMobile(to)) return NoticeFailure.NoMobile;
            var number = await db.Petitions.Where(p => p.Id == notice.PetitionId).IgnoreAutoIncludes().Select(p => p.Number).SingleAsync(ct);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(Patience);
            var text = NoticeCauses.Text(notice.Cause, number, Names.Office, Names.OfficePhone);
            return await carrier.SendAsync(new(notice.Id, Form.Phone(to)!, text), patience.Token) is SmsAnswer.Taken ? null : NoticeFailure.Rejected;
        }
        catch (Exception e) when (e is IOException or HttpRequestException or TimeoutException or UnauthorizedAccessException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            LogFailed(notice.Id, notice.Attempts, e.GetType().Name);
            return NoticeFailure.Unavailable;
        }
        catch (CryptographicException e)
        {
            LogFailed(notice.Id, notice.Attempts, e.GetType().Name);
            return NoticeFailure.Unreadable;
        }
    }

    // Outside the traces: looking once a second must not fill them.
    private static async Task<List<Notice>> TakeAsync(IntakeDb db, FormattableString sql, CancellationToken ct)
    {
        using var quiet = OpenTelemetry.SuppressInstrumentationScope.Begin();
        return await db.Notices.FromSql(sql).ToListAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sending messages failed and is repeated")]
    private partial void LogPostponed(Exception exception);

    // Not the exception itself: a carrier's may repeat the number.
    [LoggerMessage(Level = LogLevel.Warning, Message = "Notice {Notice} did not go out, attempt {Attempt}: {Kind}")]
    private partial void LogFailed(Guid notice, int attempt, string kind);
}
