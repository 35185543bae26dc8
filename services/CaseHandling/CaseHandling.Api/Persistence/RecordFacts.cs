using System.Text.Json;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.CaseHandling.Api;

/// <summary>What a record entry tells besides who, when and under which article.</summary>
/// <param name="ReviewId">The review or recheck the act belongs to.</param>
/// <param name="ReviewDigest">Digest of it after the act, as the chain keeps the petition's.</param>
internal sealed record RecordFacts(
    string Sentence, JsonElement Fact, Guid? DocumentId, string? DocumentNumber, string? DocumentHash, Guid? ReviewId = null, string? ReviewDigest = null)
{
    public static string Write(Fact fact, Document? document, Guid? reviewId = null, string? reviewDigest = null) => JsonSerializer.Serialize(
        new RecordFacts(fact.Sentence, JsonSerializer.SerializeToElement(fact, fact.GetType(), MessageTypes.Json), document?.Id, document?.Number, document?.BodyHash, reviewId, reviewDigest),
        MessageTypes.Json);

    public static RecordFacts Read(string facts) => JsonSerializer.Deserialize<RecordFacts>(facts, MessageTypes.Json)!;
}
