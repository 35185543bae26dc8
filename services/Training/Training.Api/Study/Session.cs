using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.Training.Api.Study;

/// <summary>学习方式, the three of the office's report.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StudyMode>))]
internal enum StudyMode
{
    /// <summary>理论学习中心组.</summary>
    Group,

    /// <summary>集中学习.</summary>
    Class,

    /// <summary>网上平台.</summary>
    Online,
}

/// <summary>培训形式.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StudyForm>))]
internal enum StudyForm
{
    /// <summary>专题培训, by a lecturer from outside.</summary>
    Expert,

    /// <summary>点对点.</summary>
    PointToPoint,

    /// <summary>面对面.</summary>
    FaceToFace,

    /// <summary>轮训: one round of several.</summary>
    Round,

    /// <summary>以案代训.</summary>
    CaseTeaching,

    /// <summary>跟班.</summary>
    Shadowing,

    /// <summary>业务交流.</summary>
    Exchange,

    /// <summary>集体学习、自学.</summary>
    Study,
}

/// <summary>What is planned for one session.</summary>
/// <param name="Topic">Code of <see cref="Topics"/>.</param>
/// <param name="Hours">学时 that attendance counts.</param>
/// <param name="Lecturer">Who teaches, by office or title; no more of a person is needed.</param>
/// <param name="Organs">For whom; empty for all.</param>
/// <param name="Round">第几轮, of several.</param>
internal sealed record SessionPlan(
    string Title, StudyMode Mode, StudyForm Form, string Topic, decimal Hours, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place, string? Lecturer, IReadOnlyList<string> Organs, int? Round);

/// <summary>培训场次.</summary>
internal sealed class Session
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(30), Turn = TimeSpan.FromSeconds(30);

    public required Guid Id { get; init; }
    public required SessionPlan Plan { get; set; }
    public required DateTimeOffset StartsAt { get; set; }
    public required bool Cancelled { get; set; }

    /// <summary>Makes the sign-in codes; never leaves the service.</summary>
    public required byte[] Secret { get; init; }

    /// <summary>学习记录: topics, what was said, notes of the group. No one's personal data.</summary>
    public string? Minutes { get; set; }

    public required string By { get; init; }
    public uint Row { get; private init; }

    public bool IsFor(string organ) => Plan.Organs.Count == 0 || Plan.Organs.Contains(organ);

    /// <summary>The code shown now and until when: it changes every half minute, so that a photograph of it is soon worth nothing.</summary>
    public (string Code, DateTimeOffset Until) CodeAt(DateTimeOffset now)
    {
        var turn = now.UtcTicks / Turn.Ticks;
        return (CodeOf(turn), new DateTimeOffset((turn + 1) * Turn.Ticks, TimeSpan.Zero));
    }

    /// <summary>扫码签到: with the code shown now or just before, by somebody who is invited, from half an hour before until the end.</summary>
    public Refusal? RefusesSignIn(string code, string organ, DateTimeOffset now)
    {
        if (Cancelled) return StudyRefusals.SessionCancelled;
        if (!IsFor(organ)) return StudyRefusals.NotInvited;
        if (now < Plan.StartsAt - Early || now > Plan.EndsAt) return StudyRefusals.NotNow;
        var turn = now.UtcTicks / Turn.Ticks;
        var typed = Encoding.ASCII.GetBytes(code.Trim().ToUpperInvariant());
        return CryptographicOperations.FixedTimeEquals(typed, Encoding.ASCII.GetBytes(CodeOf(turn))) || CryptographicOperations.FixedTimeEquals(typed, Encoding.ASCII.GetBytes(CodeOf(turn - 1)))
            ? null : StudyRefusals.CodeIsOver;
    }

    private string CodeOf(long turn)
    {
        // No letters that are read as digits. Forty bits are not guessed in half a minute behind a sign-in.
        const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        return string.Concat(HMACSHA256.HashData(Secret, Encoding.ASCII.GetBytes(turn.ToString(System.Globalization.CultureInfo.InvariantCulture))).Take(8).Select(each => Letters[each % Letters.Length]));
    }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("session").HasKey(session => session.Id);
        builder.Property(session => session.Plan).AsJson();
        builder.Property(session => session.Row).IsRowVersion();
        builder.HasIndex(session => new { session.StartsAt, session.Id });
    }
}
