using Xinfang.Portal.Api;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Portal.Desk.People;

/// <summary>People of the staff in words.</summary>
internal static class StaffWords
{
    /// <summary>Duties that people have; systems have others.</summary>
    public static readonly IReadOnlyList<string> Duties = [.. Duty.All.Where(duty => duty is not (Duty.Feed or Duty.Transfer))];

    public static string DutiesOf(StaffPerson person) => person.Duties.Count == 0 ? "还没有" : string.Join("、", person.Duties.Select(Labels.Duty));

    public static string State(StaffPerson person) => person.State switch { "Invited" => "还没设密码", "Left" => "停用", _ => "在用" };

    public static string Tone(StaffPerson person) => person.State switch { "Invited" => "warn", "Left" => "line", _ => "ok" };
}
