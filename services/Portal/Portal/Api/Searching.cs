namespace Xinfang.Portal.Api;

/// <summary>What is searched for.</summary>
public sealed record SearchInput
{
    /// <summary>Words, or a whole number.</summary>
    public string? Text { get; init; }
    /// <summary>Whole name.</summary>
    public string? Name { get; init; }
    /// <summary>What for, where somebody is looked for.</summary>
    public string? Purpose { get; init; }
    /// <summary>Whole telephone number.</summary>
    public string? Phone { get; init; }
    /// <summary>Whole identity number.</summary>
    public string? IdNumber { get; init; }
    /// <summary>Words of where it happened.</summary>
    public string? Place { get; init; }
    /// <summary>Street code.</summary>
    public string? Street { get; init; }
    /// <summary>Online, Letter, Phone, Fax, Visit.</summary>
    public string? Channel { get; init; }
    /// <summary>Suggestion, Accusation, Redress.</summary>
    public string? Category { get; init; }
    /// <summary>Organ code.</summary>
    public string? Organ { get; init; }
    /// <summary>Registered, Classified …</summary>
    public string? State { get; init; }
    /// <summary>Received on or after.</summary>
    public DateOnly? From { get; init; }
    /// <summary>Received on or before.</summary>
    public DateOnly? To { get; init; }
    /// <summary>Relevance or Newest.</summary>
    public string? Order { get; init; }
    /// <summary>Cursor.</summary>
    public string? After { get; init; }
}

/// <summary>A piece of text, marked where a word was found.</summary>
public sealed record SearchFragment(string Text, bool Marked);

/// <summary>A petition that was found.</summary>
public sealed record SearchRow
{
    /// <summary>The petition.</summary>
    public Guid Id { get; init; }
    /// <summary>Number.</summary>
    public string Number { get; init; } = "";
    /// <summary>In one sentence.</summary>
    public IReadOnlyList<SearchFragment> Subject { get; init; } = [];
    /// <summary>Around the first word.</summary>
    public IReadOnlyList<SearchFragment> Excerpt { get; init; } = [];
    /// <summary>Street.</summary>
    public string? StreetName { get; init; }
    /// <summary>How it came.</summary>
    public string ChannelText { get; init; } = "";
    /// <summary>Who, masked.</summary>
    public string? PetitionerMasked { get; init; }
    /// <summary>The day it came in.</summary>
    public DateOnly ReceivedOn { get; init; }
    /// <summary>Suggestion, Accusation, Redress.</summary>
    public string? Category { get; init; }
    /// <summary>Grave or urgent.</summary>
    public bool Urgent { get; init; }
    /// <summary>Under seal.</summary>
    public bool Sealed { get; init; }
    /// <summary>Where it stands.</summary>
    public string StageText { get; init; } = "";
    /// <summary>Who has it.</summary>
    public OrganView? Organ { get; init; }
}

/// <summary>How many of one kind.</summary>
public sealed record SearchBucket(string Value, string Text, int Count);

/// <summary>How many of each kind.</summary>
public sealed record SearchFacets
{
    /// <summary>By state.</summary>
    public IReadOnlyList<SearchBucket> State { get; init; } = [];
    /// <summary>By category.</summary>
    public IReadOnlyList<SearchBucket> Category { get; init; } = [];
    /// <summary>By organ.</summary>
    public IReadOnlyList<SearchBucket> Organ { get; init; } = [];
    /// <summary>By street.</summary>
    public IReadOnlyList<SearchBucket> Street { get; init; } = [];
    /// <summary>By channel.</summary>
    public IReadOnlyList<SearchBucket> Channel { get; init; } = [];
}

/// <summary>What was found.</summary>
public sealed record SearchAnswer
{
    /// <summary>This page.</summary>
    public IReadOnlyList<SearchRow> Items { get; init; } = [];
    /// <summary>Cursor of the next page.</summary>
    public string? Next { get; init; }
    /// <summary>How many; null on later pages.</summary>
    public int? Total { get; init; }
    /// <summary>There are more than were counted.</summary>
    public bool More { get; init; }
    /// <summary>A few may not have the words side by side.</summary>
    public bool About { get; init; }
    /// <summary>None has all words.</summary>
    public bool Partly { get; init; }
    /// <summary>Counts; null on later pages.</summary>
    public SearchFacets? Facets { get; init; }
}
