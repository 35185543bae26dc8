using System.Globalization;
using Xinfang.Intake.Api.Attachments;
using Xinfang.Intake.Domain;
using Xinfang.Law;

namespace Xinfang.Intake.Api.Retention;

/// <summary>到期清理 of one kind of data.</summary>
/// <param name="Name">In the configuration: Retention:{Name}Days.</param>
/// <param name="What">For people.</param>
/// <param name="Kept">How long.</param>
/// <param name="Sql">Takes away what is older than $1, and gives a row for each; null where another job does it and only counts here.</param>
internal sealed record RetentionPolicy(string Name, string What, TimeSpan Kept, Article Basis, string? Sql);

/// <summary>
/// What expires, and when. Petitions, dossiers, papers, records and files handed in are archives and stand in no policy: they are kept by the rules for archives.
/// What is wrong in the configuration ends the start.
/// </summary>
internal sealed class RetentionPolicies(IConfiguration configuration, AttachmentSettings attachments)
{
    /// <summary>Uploads that nobody handed in: the sweep of attachments takes them away.</summary>
    public const string Uploads = "Uploads";

    public IReadOnlyList<RetentionPolicy> All { get; } =
    [
        new(Uploads, "传上来、没有交的附件", attachments.UnboundKept, Form.Keeping, null),
        new("NoticeAddressees", "已经发出的通知里的姓名、电话、住址", Days(configuration, "NoticeAddressees", 180), Form.Keeping,
            "update notice set addressee = '' where state in ('Sent', 'Resolved') and created_at < $1 and addressee <> '' returning 1"),
        new("ReceptionNotes", "当场答复、没有登记的来访的记录", Days(configuration, "ReceptionNotes", 365), Form.Keeping,
            "delete from turn_note n using turn t where t.id = n.turn_id and t.petition_id is null and t.ended_at < $1 returning 1"),
        new("Corrections", "已经答复的更正申请里写的内容", Days(configuration, "Corrections", 365), Form.Keeping,
            "update correction set content = '' where decided_at < $1 and content <> '' returning 1"),
    ];

    private static TimeSpan Days(IConfiguration configuration, string name, int otherwise)
    {
        if (configuration[$"Retention:{name}Days"] is not { Length: > 0 } text) return TimeSpan.FromDays(otherwise);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and < 36_500
            ? TimeSpan.FromDays(days)
            : throw new InvalidOperationException($"Retention:{name}Days must be a whole number above 0.");
    }
}
