using System.Collections.Concurrent;
using System.Globalization;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Recognition;
using Xinfang.Intake.Recognition.Matters;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Repeats;

/// <summary>What this process knows of the office's petitions: how rare each gram is, and each gram's keyed hash.</summary>
internal sealed class Recognizer(PersonalData people)
{
    private const int Remembered = 200_000;

    private readonly ConcurrentDictionary<int, int> _hashes = [];
    private int _remembered;
    private volatile Rarity _rarity = Rarity.Count([]);

    public Rarity Rarity
    {
        get => _rarity;
        set => _rarity = value;
    }

    public static Wording WordingOf(DossierContent dossier) => new(dossier.Subject, $"{dossier.Facts}\n{string.Join('\n', dossier.Claims)}");

    public Matter MatterOf(DossierContent dossier) => Matter.Of(WordingOf(dossier), _rarity, dossier.Place);

    /// <summary>The signature as the index holds it, what stands for the petition most first.</summary>
    public int[] HashedSignature(Matter matter) => [.. Signature.Of(matter).Select(HashOf)];

    private int HashOf(int gram)
    {
        if (_hashes.TryGetValue(gram, out var known)) return known;
        var hash = BitConverter.ToInt32(people.SearchHash("gram", gram.ToString(CultureInfo.InvariantCulture)));
        // Counted here: the dictionary would take all its locks to count.
        if (_remembered < Remembered && _hashes.TryAdd(gram, hash)) Interlocked.Increment(ref _remembered);
        return hash;
    }
}
