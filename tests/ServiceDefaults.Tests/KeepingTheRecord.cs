using CsCheck;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.ServiceDefaults.Tests;

public class KeepingTheRecord
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 1, 42, 0, TimeSpan.Zero);
    private readonly Guid _petition = Guid.CreateVersion7();

    [Fact]
    public void A_chain_that_nobody_touched_is_intact() =>
        Assert.Equal(new RecordVerification(true, 4), RecordChain.Verify(Chain(4), "state 4"));

    [Fact]
    public void A_changed_field_is_found_at_its_entry()
    {
        var chain = Chain(5);
        chain[2] = Copy(chain[2], by: "somebody.else");
        var found = RecordChain.Verify(chain, "state 5");
        Assert.Equal((false, 3), (found.Intact, found.BrokenAt));
    }

    [Fact]
    public void A_changed_entry_with_a_recomputed_hash_is_found_at_the_next()
    {
        var chain = Chain(5);
        chain[2] = RecordChain.Next(chain[1], Draft(3) with { By = "somebody.else" });
        Assert.Equal(4, RecordChain.Verify(chain, "state 5").BrokenAt);
    }

    [Fact]
    public void A_removed_or_repeated_entry_is_found()
    {
        var removed = Chain(5);
        removed.RemoveAt(1);
        Assert.Equal(2, RecordChain.Verify(removed, "state 5").BrokenAt);

        var repeated = Chain(5);
        repeated.Insert(2, repeated[1]);
        Assert.Equal(3, RecordChain.Verify(repeated, "state 5").BrokenAt);
    }

    [Fact]
    public void A_tail_cut_off_is_found_because_the_petition_has_moved_on() =>
        Assert.False(RecordChain.Verify(Chain(3), "state 4").Intact);

    [Fact]
    public void A_petition_changed_without_a_record_is_found() =>
        Assert.Equal(4, RecordChain.Verify(Chain(4), "state nobody recorded").BrokenAt);

    [Fact]
    public void A_petition_without_any_record_is_not_intact() => Assert.False(RecordChain.Verify([], "state 0").Intact);

    [Fact]
    public void Moving_text_from_one_field_to_the_next_changes_the_hash() => Gen.String[1, 20].Select(Gen.String[1, 20]).Sample((a, b) =>
        Assert.NotEqual(
            RecordChain.Next(null, Draft(1) with { Act = a + b, By = "" }).Hash,
            RecordChain.Next(null, Draft(1) with { Act = a, By = b }).Hash));

    [Fact]
    public void An_instant_is_kept_to_the_microsecond_that_the_database_keeps()
    {
        var entry = RecordChain.Next(null, Draft(1) with { At = At.AddTicks(7) });
        Assert.Equal(At, entry.At);
        Assert.True(RecordChain.Verify([entry], "state 1").Intact);
    }

    private List<RecordEntry> Chain(int length)
    {
        var chain = new List<RecordEntry>();
        for (var i = 1; i <= length; i++) chain.Add(RecordChain.Next(chain.LastOrDefault(), Draft(i)));
        return chain;
    }

    private RecordDraft Draft(int n) =>
        new(_petition, "Accept", "120104-zjw.officer", "120104-zjw", At.AddHours(n), "《信访工作条例》第二十三条", """{"dueOn":"2026-05-11"}""", $"state {n - 1}", $"state {n}");

    private static RecordEntry Copy(RecordEntry e, string by) => new()
    {
        PetitionId = e.PetitionId, Seq = e.Seq, Act = e.Act, By = by, Organ = e.Organ, At = e.At, Article = e.Article,
        Facts = e.Facts, Before = e.Before, After = e.After, PreviousHash = e.PreviousHash, Hash = e.Hash,
    };
}
