using Npgsql;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Intake.Recognition.Categories;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Intake.Api.Learning;

/// <summary>Proposals for the clerk, each with its confidence and the words that speak for it.</summary>
/// <param name="Versions">By question: the version that answered, 0 for the keyword lexicon.</param>
internal sealed record ProposalsView(
    IReadOnlyList<Proposal> Organs, IReadOnlyList<Proposal> Categories, IReadOnlyList<Proposal> Contents, IReadOnlyList<Proposal> Roads,
    IReadOnlyList<SignalFound> Signals, IReadOnlyDictionary<Question, int> Versions);

/// <summary>
/// 提示: what the office's own decisions teach, and what fixed words say of the rest. Proposes and never decides (《个人信息保护法》第24条); what was
/// shown is kept by code and version, so that it can be told later what a clerk had before them.
/// </summary>
internal sealed class Proposing(IntakeDb db, NpgsqlDataSource database, Models models)
{
    private const int Most = 5, Words = 4;
    private const double Least = 0.05;

    public async Task<ProposalsView> OfAsync(Petition petition, DossierContent dossier, int? people, ContentTree contents, CancellationToken ct)
    {
        var inUse = await models.InUseAsync(db, ct);
        var all = Enum.GetValues<Question>().ToDictionary(question => question, question => Of(question, dossier, petition.Street, inUse.GetValueOrDefault(question), contents));
        // It is not routed again to an organ that has given it back (art. 23¶3).
        List<Proposal> organs = [.. all[Question.Organ].Where(proposal => !petition.Routings.Any(routing => routing.ReturnedAt is not null && routing.Organ == proposal.Value))];
        return new(organs, all[Question.Category], all[Question.Content], all[Question.Road], Signals.Of(dossier.Text, people),
            all.Keys.ToDictionary(question => question, question => inUse.GetValueOrDefault(question)?.Version ?? Models.Lexicon));
    }

    /// <summary>Keeps what was shown first, once by version. The dossier may have been sealed meanwhile: then there is nothing to keep.</summary>
    public async Task ShownAsync(Petition petition, ProposalsView view, Moment now, CancellationToken ct)
    {
        var shown = new[] { (Question.Category, view.Categories), (Question.Content, view.Contents), (Question.Organ, view.Organs), (Question.Road, view.Roads) }
            .Where(each => each.Item2.Count > 0).Select(each => (Question: each.Item1, First: each.Item2[0])).ToList();
        if (shown.Count == 0) return;
        await using var command = database.CreateCommand("""
            insert into shown_proposal (petition_id, question, version, value, confidence, shown_at)
            select o.petition_id, s.question, s.version, s.value, s.confidence, $6 from (select petition_id from dossier where petition_id = $1 for key share) o
            cross join unnest($2, $3, $4, $5) s(question, version, value, confidence) on conflict do nothing
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = petition.Id.Value });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. shown.Select(each => each.Question.ToString())] });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. shown.Select(each => view.Versions[each.Question])] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. shown.Select(each => each.First.Value)] });
        command.Parameters.Add(new NpgsqlParameter<double[]> { TypedValue = [.. shown.Select(each => each.First.Confidence)] });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now.At.ToUniversalTime() });
        await command.ExecuteNonQueryAsync(ct);
    }

    private static List<Proposal> Of(Question question, DossierContent dossier, string? street, Models.Opened? model, ContentTree contents)
    {
        List<Proposal> byWords = [.. Lexicon.Of(question, dossier, street).Where(proposal => question is not Question.Content || contents.IsOpen(proposal.Value))];
        if (model is null) return byWords;
        var wording = Repeats.Recognizer.WordingOf(dossier);
        var learnt = model.Categorizer.Guess(wording).Where(guess => guess.Probability >= Least).Take(Most).Select(guess => Of(question, guess, model, wording, street, contents)).OfType<Proposal>();
        // What it has never learnt (an accusation is sealed and teaches nothing, a new organ has no decisions) only words can speak for.
        var rest = byWords.Where(proposal => !model.Categorizer.Labels.Contains(Decision.LabelOf(question, proposal.Value)));
        return [.. learnt.Concat(rest).OrderByDescending(proposal => proposal.Confidence).Take(Most)];
    }

    private static Proposal? Of(Question question, Guess guess, Models.Opened model, Recognition.Wording wording, string? street, ContentTree contents)
    {
        var value = guess.Label is Decision.AnyStreet ? street : guess.Label;
        if (value is null || NameOf(question, value, contents) is not { } name || (question is Question.Content && !contents.IsOpen(value))) return null;
        var (confidence, words) = (Math.Round(guess.Probability, 2), model.Categorizer.Evidence(wording, guess.Label, Words));
        return new(value, name, confidence, Proposals.InWords(confidence), words,
            $"{(words.Count == 0 ? "没有突出的字词" : $"文字里有：{string.Join("、", words)}")}。从{model.Examples}件已定的件学来，第{model.Version}版。");
    }

    /// <summary>As people read it; null for what the tables have lost.</summary>
    internal static string? NameOf(Question question, string value, ContentTree contents) => question switch
    {
        Question.Category => Enum.TryParse<Category>(value, out var category) ? Domain.Words.Of(category) : null,
        Question.Content => contents.NameOf(value),
        Question.Organ => value is Decision.AnyStreet ? "街道" : Organs.Find(value)?.ShortName,
        _ => Routes.Find(value)?.Name,
    };
}
