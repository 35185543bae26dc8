namespace Xinfang.Portal.Api;

/// <summary>A line of the routing table (art. 22), evaluated.</summary>
/// <param name="Fit">Yes, Perhaps or No.</param>
/// <param name="Chosen">The first that fits and does not go on.</param>
public sealed record ScreeningLine(int Number, string Condition, string Action, string Doing, string Basis, string Fit, string Why, bool Chosen, bool Continues);

/// <summary>A road of article 31.</summary>
/// <param name="Speaks">Something in the petition speaks for it.</param>
public sealed record ScreeningRoad(string Route, string Name, string Who, string Basis, bool Speaks, IReadOnlyList<string> Signs, IReadOnlyList<string> Limits);

/// <summary>Another petition of the same person.</summary>
public sealed record ScreeningOther(Guid Id, string Number, string StageText, string? Organ, DateOnly ReceivedOn, bool SameSubject, bool Running);

/// <summary>What the clerk looks at before deciding.</summary>
public sealed record ScreeningView(IReadOnlyList<ScreeningLine> Lines, IReadOnlyList<ScreeningRoad> Roads, IReadOnlyList<ScreeningOther> Others);
