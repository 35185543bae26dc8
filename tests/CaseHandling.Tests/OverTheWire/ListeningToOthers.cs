using System.Collections.Concurrent;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;
using Xinfang.CaseHandling.Api.Watching;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.DepartmentFeed.V1;
using Xinfang.Contracts.Intake.V1;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.OverTheWire.CaseHandlingApp;

namespace Xinfang.CaseHandling.Tests.OverTheWire;

[Collection(OverTheWire.Name)]
public class ListeningToOthers(CaseHandlingApp app)
{
    [Fact]
    public async Task A_routing_told_again_changes_nothing()
    {
        app.Today(2026, 3, 5);
        var (forwarding, message) = (Forwarding(), Guid.CreateVersion7());
        await app.PublishAsync(forwarding, message);
        var id = await app.Received(forwarding); // another message of the same content
        await app.PublishAsync(forwarding, message);
        await app.Done(id, "claim");
        await app.PublishAsync(forwarding);
        await Quiet(id);

        Assert.Equal(["Receive", "Claim", "Supplement"], await Record(id));
        Assert.Single(app.Heard<PetitionReceived>(id));
    }

    [Fact]
    public async Task A_repeat_confirmed_while_the_organ_has_the_petition_is_seen_there_and_one_before_the_routing_comes_with_it()
    {
        app.Today(2026, 3, 5);
        var forwarding = Forwarding();
        await app.PublishAsync(new RepeatConfirmed { PetitionId = forwarding.PetitionId, EarlierId = Guid.CreateVersion7(), Kind = "Repeat", RepeatRound = 2, ConfirmedAt = new(2026, 3, 3, 2, 0, 0, TimeSpan.Zero) });
        await app.PublishAsync(forwarding with { Repeat = true, RepeatRound = 2 });
        var id = await app.Received(forwarding with { Repeat = true, RepeatRound = 2 });
        Assert.Equal(2, (await app.Detail(id)).GetProperty("repeatRound").GetInt32());

        await app.PublishAsync(new RepeatConfirmed { PetitionId = id, Organ = Zjw, EarlierId = Guid.CreateVersion7(), Kind = "SameEvent", RepeatRound = 2, ConfirmedAt = new(2026, 3, 5, 2, 0, 0, TimeSpan.Zero) });
        await app.PublishAsync(new RepeatUndone { PetitionId = id, Organ = Zjw, EarlierId = Guid.CreateVersion7(), Kind = "Repeat", RepeatRound = 1, UndoneAt = new(2026, 3, 5, 3, 0, 0, TimeSpan.Zero) });
        await Eventually.Holds(async () => !(await app.Detail(id)).GetProperty("repeat").GetBoolean());
        Assert.Equal(["Receive", "NoteRepeat"], await Record(id));
    }

    [Fact, Rule("A-17")]
    public async Task An_assignment_brings_its_own_date_for_the_report()
    {
        app.Today(2026, 3, 5);
        var id = Guid.CreateVersion7();
        await app.PublishAsync(new PetitionAssigned
        {
            PetitionId = id,
            Number = "120104-20260302-0002",
            Organ = Zjw,
            Round = 1,
            Category = "Redress",
            ClaimCount = 1,
            ElectronicService = false,
            Urgent = true,
            Sealed = false,
            ReceivedByOfficeOn = new(2026, 3, 2),
            AssignedAt = new(2026, 3, 4, 2, 0, 0, TimeSpan.Zero),
            ReportDueOn = new(2026, 4, 3),
        });
        await app.Published<PetitionReceived>(id);
        var detail = await app.Detail(id);
        Assert.True(detail.GetProperty("assigned").GetBoolean() && detail.GetProperty("urgent").GetBoolean());
        Assert.Equal("2026-04-03", TheStory.Term(detail, "assignment-report").GetProperty("strictDueOn").GetString());
    }

    [Fact]
    public async Task After_a_return_the_next_round_opens_at_the_next_organ()
    {
        app.Today(2026, 3, 5);
        var forwarding = Forwarding();
        var id = await app.Received(forwarding);
        await app.Done(id, "contestation", new { reason = "该处管道由城管委负责养护。", proposedOrgan = "120104-cgw" });
        await app.Done(id, "contestation/decision", new { agreed = true, reason = "确由城管委养护。" }, "office-head");
        Assert.True((await app.Published<ContestationDecided>(id)).Agreed);

        app.Today(2026, 3, 12);
        await app.PublishAsync(forwarding with { Organ = "120104-cgw", Round = 2 });
        await Eventually.Holds(() => Task.FromResult(app.Heard<PetitionReceived>(id).Any(told => told.Round == 2)));
        await app.PublishAsync(forwarding); // round 1 again, late
        await app.PublishAsync(new PetitionAcknowledged { PetitionId = id, Organ = Zjw, EventId = Guid.CreateVersion7(), AcknowledgedAt = new(2026, 3, 12, 5, 0, 0, TimeSpan.Zero) });
        await Quiet(id);

        var detail = await app.Detail(id, "120104-cgw.officer");
        Assert.Equal((2, "Received", "2026-03-27"), (detail.GetProperty("round").GetInt32(), detail.GetProperty("status").GetString(), TheStory.Term(detail, "notice").GetProperty("dueOn").GetString()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, detail.GetProperty("acknowledgedOn").ValueKind);
        Assert.Empty(detail.GetProperty("contestations").EnumerateArray()); // the earlier organ's words are the office's
        Assert.Single((await app.Detail(id, "office-head")).GetProperty("contestations").EnumerateArray());
        await Refused(await app.As(Zjw + ".officer").GetAsync($"/petitions/{id}"), 404, "petition.not-found");
        Assert.True(detail.GetProperty("chain").GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task Acknowledgement_rating_and_supplement_are_noted_once()
    {
        app.Today(2026, 3, 5);
        var id = await app.Received();
        for (var i = 0; i < 2; i++)
        {
            await app.PublishAsync(new PetitionAcknowledged { PetitionId = id, Organ = Zjw, EventId = Guid.CreateVersion7(), AcknowledgedAt = new(2026, 3, 5, 5, 0, 0, TimeSpan.Zero) });
            await app.PublishAsync(new PetitionAcknowledged { PetitionId = id, Organ = "120104-xfb", EventId = Guid.CreateVersion7(), AcknowledgedAt = new(2026, 3, 5, 5, 0, 0, TimeSpan.Zero) });
            await app.PublishAsync(new PetitionRated { PetitionId = id, Organ = Zjw, OfficeScore = "Satisfied", OrganScore = "Satisfied", RatedAt = new(2026, 3, 5, 5, 0, 0, TimeSpan.Zero) });
            await app.PublishAsync(new PetitionSupplemented { PetitionId = id, Organ = Zjw, SupplementNumber = 1, SupplementedAt = new(2026, 3, 5, 5, 0, 0, TimeSpan.Zero) });
        }
        await Quiet(id, supplement: 2);
        Assert.Equal(["Receive", "Acknowledge", "Rate", "Supplement", "Supplement"], await Record(id));
    }

    [Fact]
    public async Task An_event_that_comes_too_early_is_tried_again()
    {
        app.Today(2026, 3, 5);
        var forwarding = Forwarding();
        await app.PublishAsync(new PetitionAcknowledged
        {
            PetitionId = forwarding.PetitionId,
            Organ = Zjw,
            EventId = Guid.CreateVersion7(),
            AcknowledgedAt = new(2026, 3, 5, 5, 0, 0, TimeSpan.Zero),
        }, lane: Guid.CreateVersion7());
        await app.PublishAsync(forwarding);
        await Eventually.Holds(async () => (await Record(forwarding.PetitionId)).Contains("Acknowledge"));
        Assert.Equal(["Receive", "Acknowledge"], await Record(forwarding.PetitionId));
    }

    [Fact]
    public async Task One_that_stays_too_early_is_parked_and_not_counted_as_handled()
    {
        var (message, petition) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await app.PublishAsync(new PetitionAcknowledged { PetitionId = petition, Organ = Zjw, EventId = Guid.CreateVersion7(), AcknowledgedAt = new(2026, 3, 5, 5, 0, 0, TimeSpan.Zero) }, message);

        await using var connection = await new ConnectionFactory { Uri = app.Broker }.CreateConnectionAsync();
        var parked = new ConcurrentBag<string>();
        await Eventually.Holds(async () => await ConsumesAsync(await connection.CreateChannelAsync(), parked));
        await Eventually.Holds(() => Task.FromResult(parked.Any(text => text.Contains(petition.ToString(), StringComparison.Ordinal))));
        Assert.False(await app.Db(db => db.Set<InboxMessage>().AnyAsync(handled => handled.MessageId == message)));
    }

    [Fact, Rule("A-31")]
    public async Task Dates_are_told_once_each_whoever_scans_and_however_often()
    {
        var id = await app.Accepted(Forwarding("120104-zjw"));
        var watch = app.Services.GetRequiredService<DeadlineWatch>();
        var ct = TestContext.Current.CancellationToken;

        app.Today(2026, 5, 4);
        await Task.WhenAll(watch.ScanAsync(ct), watch.ScanAsync(ct));
        var soon = await app.Published<TermDueSoon>(id);
        Assert.Equal(("completion", new(2026, 5, 10), new(2026, 5, 11)), (soon.Term, soon.StrictDueOn, soon.DueOn));

        app.Today(2026, 5, 10);
        await watch.ScanAsync(ct);
        Assert.Empty(app.Heard<TermOverdue>(id));
        app.Today(2026, 5, 11);
        await watch.ScanAsync(ct);
        await watch.ScanAsync(ct);
        Assert.Equal("completion", (await app.Published<TermOverdue>(id)).Term);
        await Quiet(id);

        Assert.Single(app.Heard<TermDueSoon>(id));
        Assert.Single(app.Heard<TermOverdue>(id));
        Assert.True((await app.Detail(id)).GetProperty("chain").GetProperty("intact").GetBoolean());
    }

    /// <summary>Reads the error queue, which is made with its first message: false until then.</summary>
    private static async Task<bool> ConsumesAsync(IChannel channel, ConcurrentBag<string> parked)
    {
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            parked.Add(Encoding.UTF8.GetString(delivery.Body.Span));
            return Task.CompletedTask;
        };
        try
        {
            await channel.BasicConsumeAsync("case-handling_error", autoAck: true, consumer);
            return true;
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == 404)
        {
            return false;
        }
    }

    /// <summary>Sends one more event of the petition and waits for it: everything sent before has been handled then.</summary>
    private async Task Quiet(Guid id, int supplement = 1)
    {
        await app.PublishAsync(new PetitionSupplemented { PetitionId = id, Organ = Zjw, SupplementNumber = supplement, SupplementedAt = new(2026, 3, 5, 5, 0, 0, TimeSpan.Zero) });
        await Eventually.Holds(async () => (await Record(id)).Count(act => act == "Supplement") == supplement);
    }

    private Task<List<string>> Record(Guid id) =>
        app.Db(db => db.Record.Where(entry => entry.PetitionId == id).OrderBy(entry => entry.Seq).Select(entry => entry.Act).ToListAsync());
}
