using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Files;

/// <summary>异议: an officer objects to something in the own file; somebody who answers for it has to answer. What both write is of a person and is kept encrypted.</summary>
internal sealed class Objection
{
    public required Guid Id { get; init; }
    public required string Account { get; init; }

    /// <summary>Encrypted, bound to the id.</summary>
    public required byte[] Text { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }
    /// <inheritdoc cref="Text"/>
    public byte[]? Answer { get; set; }

    public string? AnsweredBy { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public uint Row { get; private init; }

    public string Read(PersonalData crypt) => crypt.Decrypt(Text, Id);

    public string? ReadAnswer(PersonalData crypt) => Answer is { } answer ? crypt.Decrypt(answer, Id) : null;
}

internal sealed class ObjectionMapping : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.ToTable("objection").HasKey(objection => objection.Id);
        builder.Property(objection => objection.Row).IsRowVersion();
        builder.HasIndex(objection => new { objection.Account, objection.Id });
        builder.HasIndex(objection => objection.Id, "ix_objection_open").HasFilter("answered_at is null");
    }
}

internal static class FileRefusals
{
    public static readonly Refusal Answered = new("objection.answered", "这条异议已经答复过。");
    public static readonly Refusal Own = new("objection.own", "自己的异议要由别人答复。", null, RefusalKind.Forbidden);
}
