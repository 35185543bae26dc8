using System.Text;
using System.Text.Json;
using Xinfang.Contracts.CaseHandling.V1;

namespace Xinfang.Intake.Tests.Petitions;

public class KeepingSecrets(IntakeApp app)
{
    private const string Supplement = "保密测试：又返水一次，邻居李虚构作证", Complaint = "保密测试：经办人没有到过现场", Reason = "保密测试：房屋共用管道归区住建委管";

    /// <summary>As somebody with a copy of the database would: every text and byte column of every table, searched for what people said and are.</summary>
    [Fact]
    public async Task Nothing_people_said_or_are_can_be_read_in_the_database()
    {
        var filed = await EverythingWritten();
        string[] secrets =
        [
            Wire.Name, Wire.Phone, Wire.Identity, Wire.Address, Wire.Subject, Wire.Facts, "修好主管道", "安和里虚构楼门口", Supplement, Complaint, Reason,
            filed.Code, filed.Code.Replace("-", "", StringComparison.Ordinal),
        ];
        var forms = secrets.SelectMany(secret => new[]
        {
            Encoding.UTF8.GetBytes(secret), Encoding.Unicode.GetBytes(secret), Encoding.UTF8.GetBytes(JsonEncodedText.Encode(secret).ToString()),
        }.Select(bytes => (secret, bytes))).ToList();
        var values = await app.EveryValue();
        Assert.Superset(new HashSet<string> { "dossier", "petition", "record", "idempotency", "progress", "supplement", "rating", "routing_words", "document" },
            values.Select(value => value.Table).ToHashSet());
        foreach (var (table, column, value) in values)
            foreach (var (secret, bytes) in forms)
                Assert.True(value.AsSpan().IndexOf(bytes) < 0, $"{table}.{column} can be read: {secret}");
    }

    [Fact]
    public async Task The_same_people_are_not_the_same_bytes()
    {
        var (one, two) = (await app.Submitted(), await app.Submitted());
        Assert.NotEqual(await Column("content", one), await Column("content", two));
        Assert.Equal(await Column("phone_hash", one), await Column("phone_hash", two)); // that is what the hash is for
    }

    [Fact]
    public async Task A_dossier_moved_to_another_petition_does_not_open()
    {
        var (one, two) = (await app.Submitted(), await app.Submitted());
        await app.Sql<object>("update dossier set content = (select content from dossier where petition_id = $1) where petition_id = $2", one.Id, two.Id);
        var verified = await (await app.As("auditor").Get($"/petitions/{two.Id}/record/verification")).Json();
        Assert.False(verified.GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task Events_carry_no_personal_data()
    {
        var (events, filed) = await Watch.Events(app, EverythingWritten);
        var mine = events.Where(e => e.Of(filed.Id)).ToList();
        Assert.Equal(["PetitionRegistered", "PetitionClassified", "PetitionForwarded", "PetitionSupplemented", "PetitionRated"], mine.Select(e => e.Type).Distinct());
        Assert.All(mine, e => Assert.All([Wire.Name, Wire.Phone, Wire.Identity, Wire.Address, Wire.Subject, Wire.Facts, Supplement, Complaint, Reason, filed.Code],
            secret => Assert.DoesNotContain(secret, System.Text.RegularExpressions.Regex.Unescape(e.Raw), StringComparison.Ordinal)));
    }

    private async Task<Journey.Filed> EverythingWritten()
    {
        var filed = await app.Classified();
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/forwarding", new { organ = "120104-zjw", reason = Reason })).Json();
        var client = app.WithTicket(await app.Ticket(filed));
        await (await client.Post("/progress/supplements", new { text = Supplement })).Json();
        var served = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await app.Publish(new OpinionServed { PetitionId = filed.Id, Organ = "120104-zjw", ServedOn = served, Method = "Post", DocumentId = Guid.CreateVersion7() }, filed.Id);
        await IntakeApp.Soon(async () => await app.Sql<long>("select count(*) from progress where petition_id = $1", filed.Id) == 1);
        await (await client.Post("/progress/rating", new { office = "Satisfied", organ = "Dissatisfied", organReason = Complaint })).Json();
        return filed;
    }

    private Task<byte[]?> Column(string name, Journey.Filed filed) => app.Sql<byte[]>($"select {name} from dossier where petition_id = $1", filed.Id);
}
