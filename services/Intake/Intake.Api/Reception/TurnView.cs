using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Reception;

/// <summary>A turn as the hall sees it. A number, never a name.</summary>
/// <param name="Label">A012.</param>
/// <param name="WaitedMinutes">From taking the number to being received, or until now.</param>
internal sealed record TurnView(
    Guid Id, int Number, string Label, DateOnly Day, TurnKind Kind, string KindText, int People, bool Priority, TurnStatus Status, string StatusText, OrganView? Organ, int? Window,
    string? Account, int Calls, DateTimeOffset TakenAt, int WaitedMinutes, TurnOutcome? Outcome, string? OutcomeText, IReadOnlyList<OrganView> Company)
{
    public static TurnView Of(Turn turn, DateTimeOffset now) => new(
        turn.Id, turn.Number, LabelOf(turn.Number), turn.Day, turn.Kind, Words.Of(turn.Kind), turn.People, turn.Priority, turn.Status, Words.Of(turn.Status), OrganView.Of(turn.Organ), turn.Window,
        turn.Account, turn.Calls, turn.TakenAt, Math.Max(0, (int)((turn.ReceivedAt ?? turn.EndedAt ?? now) - turn.TakenAt).TotalMinutes), turn.Outcome, turn.Outcome is { } outcome ? Words.Of(outcome) : null,
        [.. turn.Company.OrderBy(each => each.At).Select(each => OrganView.Of(each.Organ)).OfType<OrganView>()]);

    public static string LabelOf(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"A{number:000}");
}

/// <summary>A window and who is called to it.</summary>
internal sealed record WindowView(int Number, OrganView? Organ, string Account, bool Mine, string? Label);
