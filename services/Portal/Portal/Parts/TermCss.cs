using Xinfang.Law;

namespace Xinfang.Portal.Parts;

/// <summary>The ladder of a term as a class: neutral, warn from three quarters, bad from the last day, ok when done in time.</summary>
public static class TermCss
{
    /// <summary>The class, empty while there is time.</summary>
    public static string Of(TermView? term) => term?.State switch
    {
        TermState.DueSoon => "warn",
        TermState.DueToday or TermState.Overdue or TermState.Late => "bad",
        TermState.InTime => "ok",
        _ => "",
    };
}
