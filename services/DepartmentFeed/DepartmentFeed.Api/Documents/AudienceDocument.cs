using System.Text;
using Xinfang.DepartmentFeed.Api.Feed;

namespace Xinfang.DepartmentFeed.Api.Documents;

/// <summary>Who is told what, in sentences, printed from the table: docs/feed-audience.md and GET /audience.</summary>
internal static class AudienceDocument
{
    /// <summary>One sentence about who is told of it.</summary>
    public static string SentenceOf(FeedRow row) => (row.Audience, row == FeedTable.Returned) switch
    {
        (_, true) => "Told to the organ that held the petition and lost it.",
        (Audience.Office, _) => "Told to the petition office alone.",
        (Audience.Receiver, _) => $"Told to the petition office and to the organ the petition goes to; an organ that held it until then is told {FeedTable.Returned.Type}.",
        (Audience.HolderAndReviewer, _) => "Told to the petition office, to the organ that holds the petition and to the body that reviews or rechecks its opinion.",
        (Audience.Holder, _) => "Told to the petition office and to the organ that holds the petition.",
        _ => $"Told to the petition office and to the organ that holds the petition; if the office agreed, that organ is told {FeedTable.Returned.Type} instead.",
    };

    /// <summary>docs/feed-audience.md.</summary>
    public static string Text()
    {
        var text = new StringBuilder("""
            # Who is told what

            Printed from the feed's table and kept by a test; see feed.md for how to connect.

            - The petition office (120104-xfb) is told of everything, without sealed contents.
            - An organ is told of the petitions it holds, from their routing until they are returned or routed elsewhere, and of nothing else.
            - A body that reviews or rechecks an opinion is told of that review: requested, answered, heard, decided, served.
            - A fact that arrives late, about an organ that no longer holds the petition, is told to the office alone.
            - Of an accusation (art. 30) the office and the disciplinary organ it was forwarded to are told, of every type below, `{"petitionId": …, "sealed": true}` and nothing more; no other organ is told anything. Once sealed, what the office was told before is read without its contents too.

            | type | act | who | data besides petitionId and number |
            |---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var row in FeedTable.Types)
            text.Append("| `").Append(row.Type).Append("` | ").Append(row.Title).Append(" | ").Append(SentenceOf(row)).Append(" | ")
                .AppendJoin(", ", row.Data.Select(FeedRow.Wire)).Append(" |\n");

        text.Append("\n## Fields\n\n| field | meaning |\n|---|---|\n");
        foreach (var field in FeedTable.Types.SelectMany(row => row.Data).Select(FeedRow.Wire).Prepend("number").Prepend("petitionId").Distinct())
            text.Append("| ").Append(field).Append(" | ").Append(FieldWords.For(field)).Append(" |\n");
        return text.ToString();
    }
}
