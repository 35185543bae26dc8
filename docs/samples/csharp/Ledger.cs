namespace Xinfang.DepartmentConsumer;

/// <summary>What an event is to this department.</summary>
internal enum Standing
{
    /// <summary>The next fact of its petition.</summary>
    New,

    /// <summary>Seen before: redelivered after a lost confirm. Nothing is done again.</summary>
    Duplicate,

    /// <summary>A later fact of its petition was seen already: it belongs into the history and changes nothing that is shown now.</summary>
    Late,

    /// <summary>A type that came into being after this program was written. Kept, not acted on.</summary>
    Unknown,
}

/// <summary>Remembers ids and the furthest sequence per petition. A real system keeps both in its database, in the transaction of its work.</summary>
internal sealed class Ledger
{
    private const int Kept = 100_000;
    private readonly HashSet<Guid> _ids = [];
    private readonly Queue<Guid> _oldest = new();
    private readonly Dictionary<Guid, long> _furthest = [];

    /// <summary>Events taken in, duplicates not counted.</summary>
    public int Count { get; private set; }

    public Standing StandingOf(FeedEvent e) => e switch
    {
        _ when _ids.Contains(e.Id) => Standing.Duplicate,
        { IsKnown: false } => Standing.Unknown,
        _ when e.Sequence <= _furthest.GetValueOrDefault(e.Petition) => Standing.Late,
        _ => Standing.New,
    };

    public void Add(FeedEvent e)
    {
        Count++;
        _ids.Add(e.Id);
        _oldest.Enqueue(e.Id);
        if (_oldest.Count > Kept) _ids.Remove(_oldest.Dequeue());
        _furthest[e.Petition] = Math.Max(e.Sequence, _furthest.GetValueOrDefault(e.Petition));
    }
}
