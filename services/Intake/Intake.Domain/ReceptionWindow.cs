using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>接访窗口: who sits at it, until they close it or the day ends. Windows of other organs make the joint reception of article 18.</summary>
public sealed class ReceptionWindow
{
    /// <summary>Windows are numbered from 1 to this.</summary>
    public const int Most = 40;

    private ReceptionWindow() { } // EF Core

    public ReceptionWindow(int number) => Number = number;

    public int Number { get; private init; }
    public string? Account { get; private set; }
    public string Organ { get; private set; } = "";
    public DateOnly OpenOn { get; private set; }

    /// <summary>Somebody sits at it on that day.</summary>
    public bool IsOpen(DateOnly day) => Account is not null && OpenOn == day;

    /// <summary>开窗. Whoever sits there keeps it; on another day it is free again.</summary>
    public Refusal? Open(string account, string organ, Moment now)
    {
        if (IsOpen(now.Date) && Account != account) return Refusals.WindowTaken;
        (Account, Organ, OpenOn) = (account, organ, now.Date);
        return null;
    }

    /// <summary>关窗.</summary>
    public Refusal? Close(string account)
    {
        if (Account != account) return Refusals.WindowOfAnother;
        Account = null;
        return null;
    }
}
