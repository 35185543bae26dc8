using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Identity.Api.Accounts;

/// <summary>Which duties one person may have: 三员分立 (GB/T 22239-2019 8.1.5), and each duty belongs to a kind of organ.</summary>
internal static class DutyRules
{
    /// <summary>系统管理员, 安全管理员, 审计员: none does another's work, nor any other.</summary>
    public static readonly IReadOnlyList<string> Administrators = [Duty.Administer, Duty.Secure, Duty.Audit];

    private static readonly string[] OfOffice = [Duty.Register, Duty.Oversee, Duty.Supervise, Duty.Teach, Duty.Train, Duty.Lead, .. Administrators];
    private static readonly string[] OfOrgan = [Duty.Handle, Duty.Check, Duty.Head];

    /// <summary>The duties a person of that organ can be given, in the order of the glossary.</summary>
    public static IReadOnlyList<string> OpenTo(string organ) => organ == Organs.Office ? OfOffice : OfOrgan;

    /// <summary>Whether people can have accounts there.</summary>
    public static bool HasPeople(string organ) => Organs.OfDistrict.Concat(Organs.Reviewing).Any(each => each.Code == organ);

    /// <summary>Why these duties cannot be one person's of that organ; null when they can.</summary>
    public static Refusal? Refuses(IReadOnlyList<string> duties, string organ)
    {
        if (duties.Any(duty => !OfOffice.Contains(duty) && !OfOrgan.Contains(duty))) return AccountRefusals.UnknownDuty;
        if (duties.Any(duty => !OpenTo(organ).Contains(duty))) return AccountRefusals.DutyOfAnotherOrgan;
        return duties.Any(Administrators.Contains) && duties.Distinct(StringComparer.Ordinal).Count() > 1 ? AccountRefusals.AdministratorsApart : null;
    }
}
