using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Documents;

/// <summary>One saved version of an opinion's draft, encrypted; never changed. The record keeps its hash.</summary>
internal sealed class DraftVersion
{
    private DraftVersion() { } // EF Core

    public PetitionId PetitionId { get; private init; }
    public int Version { get; private init; }
    public DateTimeOffset SavedAt { get; private init; }

    /// <summary>Account that saved it.</summary>
    public string By { get; private init; } = "";

    /// <summary>Encrypted <see cref="OpinionText"/>.</summary>
    public byte[] Body { get; private init; } = [];

    /// <summary>SHA-256 of the text in the clear.</summary>
    public string Hash { get; private init; } = "";

    public static string HashOf(OpinionText text) => Convert.ToHexStringLower(SHA256.HashData(Bytes(text)));

    public static DraftVersion Of(Petition petition, OpinionText text, OpinionDrafted drafted, Actor actor, Moment now, PersonalData personal) => new()
    {
        PetitionId = petition.Id,
        Version = drafted.Version,
        SavedAt = now.At.ToUniversalTime(),
        By = actor.Id.Value,
        Body = personal.Encrypt(Bytes(text), petition.Id.Value),
        Hash = drafted.Hash,
    };

    public OpinionText Open(PersonalData personal) =>
        JsonSerializer.Deserialize<OpinionText>(personal.DecryptBytes(Body, PetitionId.Value), MessageTypes.Json)!;

    /// <summary>The text as it was hashed.</summary>
    public byte[] Bytes(PersonalData personal) => personal.DecryptBytes(Body, PetitionId.Value);

    /// <summary>Whether the text can still be read and has that hash.</summary>
    public bool IsWhole(PersonalData personal, string hash)
    {
        try
        {
            return hash == Hash && hash == Convert.ToHexStringLower(SHA256.HashData(personal.DecryptBytes(Body, PetitionId.Value)));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static byte[] Bytes(OpinionText text) => JsonSerializer.SerializeToUtf8Bytes(text, MessageTypes.Json);
}

internal sealed class DraftVersionMapping : IEntityTypeConfiguration<DraftVersion>
{
    public void Configure(EntityTypeBuilder<DraftVersion> builder) =>
        builder.ToTable("draft_version").HasKey(version => new { version.PetitionId, version.Version });
}
