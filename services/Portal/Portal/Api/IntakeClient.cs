using System.Globalization;
using Xinfang.Law;

namespace Xinfang.Portal.Api;

/// <summary>Who petitions, as typed in.</summary>
public sealed record PetitionerInput
{
    /// <summary>Name, or empty when anonymous.</summary>
    public string? Name { get; init; }
    /// <summary>18 characters.</summary>
    public string? IdNumber { get; init; }
    /// <summary>Person or Organisation.</summary>
    public string Kind { get; init; } = "Person";
    /// <summary>Of an organisation, 18 characters.</summary>
    public string? CreditCode { get; init; }
    /// <summary>要求保密.</summary>
    public bool Confidential { get; init; }
    /// <summary>Mobile or landline.</summary>
    public string? Phone { get; init; }
    /// <summary>Where letters reach them.</summary>
    public string? Address { get; init; }
    /// <summary>Files without a name.</summary>
    public bool Anonymous { get; init; }
}

/// <summary>Who acts for the petitioner.</summary>
/// <param name="Kind">Agent, Guardian or Helper.</param>
public sealed record AgentInput(
    string Kind, string Name, string? Phone = null, string? Authority = null, bool Consent = false, string? Scope = null, DateOnly? Until = null);

/// <summary>A petition as filed by a citizen.</summary>
public sealed record FilePetition
{
    /// <summary>Who.</summary>
    public required PetitionerInput Petitioner { get; init; }
    /// <summary>Who acts for them, if anybody does.</summary>
    public AgentInput? Agent { get; init; }
    /// <summary>In one sentence.</summary>
    public required string Subject { get; init; }
    /// <summary>What happened.</summary>
    public required string Facts { get; init; }
    /// <summary>One per line of the opinion.</summary>
    public required IReadOnlyList<string> Claims { get; init; }
    /// <summary>Suggestion or Redress, as the citizen says.</summary>
    public string? Category { get; init; }
    /// <summary>Street code.</summary>
    public string? Street { get; init; }
    /// <summary>Where it happened.</summary>
    public string? Place { get; init; }
    /// <summary>Since when.</summary>
    public DateOnly? HappenedOn { get; init; }
    /// <summary>Agrees to electronic service.</summary>
    public bool ElectronicService { get; init; }
    /// <summary>Portal, Sms or Post.</summary>
    public string? NoticeWay { get; init; }
    /// <summary>Declares it true (art. 19).</summary>
    public bool Truthful { get; init; }
    /// <summary>The version of the privacy page that was read.</summary>
    public required string PrivacyVersion { get; init; }
    /// <summary>Files uploaded before.</summary>
    public IReadOnlyList<Guid>? Attachments { get; init; }
}

/// <summary>What the office answers to a filing; the code is said once.</summary>
public sealed record Filed
{
    /// <summary>The petition.</summary>
    public Guid Id { get; init; }
    /// <summary>120104-20260302-0001.</summary>
    public string Number { get; init; } = "";
    /// <summary>The key to the progress page.</summary>
    public string? QueryCode { get; init; }
    /// <summary>Received on.</summary>
    public DateOnly ReceivedOn { get; init; }
    /// <summary>Registered on.</summary>
    public DateOnly RegisteredOn { get; init; }
    /// <summary>The forwarding term.</summary>
    public IReadOnlyList<TermView> Terms { get; init; } = [];
}

/// <summary>A short-lived proof that number, code and last four matched.</summary>
public sealed record Ticket
{
    /// <summary>Signed by Intake; opaque here.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("ticket")]
    public string Value { get; init; } = "";
    /// <summary>Valid until.</summary>
    public DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>The organ that has it now.</summary>
public sealed record OrganView(string Code, string Name, string? Phone = null);

/// <summary>A step of the timeline.</summary>
public sealed record StepView
{
    /// <summary>Which step.</summary>
    public string Key { get; init; } = "";
    /// <summary>What happened.</summary>
    public string Title { get; init; } = "";
    /// <summary>The instant, when it was recorded to the minute.</summary>
    public DateTimeOffset? At { get; init; }
    /// <summary>The day.</summary>
    public DateOnly? On { get; init; }
    /// <summary>What it means for you.</summary>
    public string? Text { get; init; }
    /// <summary>How it stands to the last day: 比最晚日期早13天, 超2天.</summary>
    public string? Late { get; init; }
    /// <summary>One more line.</summary>
    public string? Note { get; init; }
    /// <summary>The papers of this step.</summary>
    public IReadOnlyList<Guid> DocumentIds { get; init; } = [];
    /// <summary>The article.</summary>
    public string? Basis { get; init; }
    /// <summary>Done, Now or Next.</summary>
    public string State { get; init; } = "";
    /// <summary>The last day, for what is not done.</summary>
    public DateOnly? DueOn { get; init; }
    /// <summary>What appears and who must act when the day passes.</summary>
    public string? IfNot { get; init; }
}

/// <summary>Everything the progress page says.</summary>
public sealed record ProgressView
{
    /// <summary>120104-20260302-0001.</summary>
    public string Number { get; init; } = "";
    /// <summary>In one sentence.</summary>
    public string Subject { get; init; } = "";
    /// <summary>Registered, Forwarded, Accepted …</summary>
    public string Stage { get; init; } = "";
    /// <summary>Who has it.</summary>
    public OrganView? Organ { get; init; }
    /// <summary>Who has it, until when, in one sentence.</summary>
    public string Sentence { get; init; } = "";
    /// <summary>What you need to do.</summary>
    public string? Todo { get; init; }
    /// <summary>Dates with their sums.</summary>
    public IReadOnlyList<TermView> Terms { get; init; } = [];
    /// <summary>The timeline.</summary>
    public IReadOnlyList<StepView> Steps { get; init; } = [];
    /// <summary>What you may do now, and why not the rest.</summary>
    public IReadOnlyList<ActView> Acts { get; init; } = [];
    /// <summary>Papers.</summary>
    public IReadOnlyList<DocumentView> Documents { get; init; } = [];
    /// <summary>Last day to rate.</summary>
    public DateOnly? RatingUntil { get; init; }
    /// <summary>Files that were handed in.</summary>
    public IReadOnlyList<AttachmentView> Attachments { get; init; } = [];
    /// <summary>As of.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}

/// <summary>A rating of two bodies.</summary>
public sealed record RatingInput(string Office, string Organ, string? OfficeReason, string? OrganReason);

/// <summary>A choice of the forms.</summary>
public sealed record Choice(string Code, string Name);

/// <summary>What the forms choose from.</summary>
public sealed record Catalogue
{
    /// <summary>Content categories.</summary>
    public IReadOnlyList<Choice> Contents { get; init; } = [];
}

/// <summary>Intake's staff and public routes.</summary>
public sealed class IntakeClient(HttpClient http) : GatewayClient(http, "/api/intake")
{
    /// <summary>Files a petition; the same key with the same body gives the same answer.</summary>
    public Task<Answer<Filed>> File(FilePetition petition, string key, string uploadKey, CancellationToken ct) =>
        Send<Filed>(HttpMethod.Post, "/petitions", petition, null, key, uploadKey, ct);

    /// <summary>Number, code and last four against a ticket.</summary>
    public Task<Answer<Ticket>> Ticket(string number, string code, string? lastFour, CancellationToken ct) =>
        Post<Ticket>("/progress/tickets", new { number, queryCode = code, lastFour }, ct: ct);

    /// <summary>The progress page.</summary>
    public Task<Answer<ProgressView>> Progress(string ticket, CancellationToken ct) => Get<ProgressView>("/progress", ticket, ct);

    /// <summary>Rates the office and the organ.</summary>
    public Task<Answer<Done>> Rate(string ticket, RatingInput rating, CancellationToken ct) => Post<Done>("/progress/rating", rating, ticket, ct: ct);

    /// <summary>Adds to what was said.</summary>
    public Task<Answer<Done>> Supplement(string ticket, string text, IReadOnlyList<Guid>? attachments, string uploadKey, CancellationToken ct) =>
        Send<Done>(HttpMethod.Post, "/progress/supplements", new { text, attachments }, ticket, null, uploadKey, ct);

    /// <summary>A paper of Intake, for the citizen.</summary>
    public Task<Answer<DocumentContent>> Document(string ticket, Guid id, CancellationToken ct) => Get<DocumentContent>($"/progress/documents/{id}", ticket, ct);

    /// <summary>What the forms choose from.</summary>
    public Task<Answer<Catalogue>> Catalogue(CancellationToken ct) => Get<Catalogue>("/catalogue", ct: ct);

    /// <summary>Registers what came by letter, telephone, fax or at the counter.</summary>
    public Task<Answer<Filed>> Register(Guid id, RegisterPetition petition, string uploadKey, CancellationToken ct) => Send<Filed>(HttpMethod.Put, $"/petitions/{id}", petition, null, null, uploadKey, ct);

    /// <summary>The routing desk.</summary>
    public Task<Answer<Page<IntakeRow>>> List(string state, string? number, string? after, CancellationToken ct) =>
        Get<Page<IntakeRow>>("/petitions" + Query(("state", state), ("q", number), ("after", after)), ct: ct);

    /// <summary>Finds petitions. A POST, because what is searched for must not be in an address.</summary>
    public Task<Answer<SearchAnswer>> Search(SearchInput wanted, CancellationToken ct) => Post<SearchAnswer>("/search", wanted, ct: ct);

    /// <summary>How many wait.</summary>
    public Task<Answer<IntakeCounts>> Counts(CancellationToken ct) => Get<IntakeCounts>("/petitions/counts", ct: ct);

    /// <summary>A petition, for the office.</summary>
    public Task<Answer<IntakePetition>> Petition(Guid id, CancellationToken ct) => Get<IntakePetition>($"/petitions/{id}", ct: ct);

    /// <summary>What was said, for the organ that holds it.</summary>
    public Task<Answer<Dossier>> Dossier(Guid id, CancellationToken ct) => Get<Dossier>($"/petitions/{id}/dossier", ct: ct);

    /// <summary>分类.</summary>
    public Task<Answer<Done>> Classify(Guid id, string category, string contentCode, bool urgent, CancellationToken ct) =>
        Post<Done>($"/petitions/{id}/classification", new { category, contentCode, urgent }, ct: ct);

    /// <summary>转送.</summary>
    public Task<Answer<Done>> Forward(Guid id, string organ, string reason, bool repeat, IReadOnlyList<string> concerned, CancellationToken ct) =>
        Post<Done>($"/petitions/{id}/forwarding", new { organ, reason, repeat, concerned }, ct: ct);

    /// <summary>交办.</summary>
    public Task<Answer<Done>> Assign(
        Guid id, string organ, string reason, int reportWithinDays, string demand, bool repeat, IReadOnlyList<string> concerned, CancellationToken ct) =>
        Post<Done>($"/petitions/{id}/assignment", new { organ, reason, reportWithinDays, demand, repeat, concerned }, ct: ct);

    /// <summary>Checks the record.</summary>
    public Task<Answer<ChainCheck>> Verify(Guid id, CancellationToken ct) => Get<ChainCheck>($"/petitions/{id}/record/verification", ct: ct);

    /// <summary>How the petitioner rated.</summary>
    public Task<Answer<RatingView>> Rating(Guid id, CancellationToken ct) => Get<RatingView>($"/petitions/{id}/rating", ct: ct);

    /// <summary>A paper of Intake, for staff.</summary>
    public Task<Answer<DocumentContent>> DeskDocument(Guid petition, Guid id, CancellationToken ct) => Get<DocumentContent>($"/petitions/{petition}/documents/{id}", ct: ct);

    internal static string Query(params IEnumerable<(string Name, object? Value)> values)
    {
        var pairs = values.Where(pair => pair.Value is not (null or ""))
            .Select(pair => $"{pair.Name}={Uri.EscapeDataString(Convert.ToString(pair.Value, CultureInfo.InvariantCulture)!)}").ToList();
        return pairs.Count == 0 ? "" : "?" + string.Join('&', pairs);
    }
}
