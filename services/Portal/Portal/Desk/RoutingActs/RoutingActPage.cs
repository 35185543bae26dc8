using System.Globalization;
using Microsoft.AspNetCore.Components;
using Xinfang.Portal.Api;
using Xinfang.Portal.Parts;

namespace Xinfang.Portal.Desk.RoutingActs;

/// <summary>A confirming page of the petition office: says what the act does, asks what it needs, sends it, and goes back to the petition.</summary>
public abstract class RoutingActPage : DeskPage
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>The petition.</summary>
    [Parameter] public Guid Id { get; set; }

    /// <summary>Intake's acts.</summary>
    [Inject] protected IntakeActsClient Sender { get; set; } = null!;

    /// <summary>The day, for dates typed short.</summary>
    [Inject] protected Clock Clock { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    /// <summary>As the office may read it; null while <see cref="DeskPage.Problem"/> is set.</summary>
    protected IntakePetition? Petition { get; private set; }

    /// <summary>The act, in the glossary's word.</summary>
    protected abstract string ActName { get; }

    /// <summary>Open or shut, as the service says; null when it can never apply here.</summary>
    protected ActView? Act => Petition?.Acts.FirstOrDefault(act => act.Act == ActName);

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        if (await Take(Intake.Petition(Id, Gone)) is not { } petition) return;
        Petition = petition;
        Prepare();
        await TakeKept();
        if (Posted) TakePosted();
    }

    /// <summary>Fills the form before the first look at it.</summary>
    protected virtual void Prepare() { }

    /// <summary>Sends the act; a refusal is shown in the words of the service.</summary>
    private protected async Task Do(string route, object body)
    {
        if (!Form.Valid) { Status(422); return; }
        if (await Take(Sender.Act(Id, route, body, Gone)) is not null) Go($"/desk/routing/{Id}?done={ActName}");
    }

    /// <summary>Now in Beijing, as a form takes it.</summary>
    private protected (string Day, string Time) NowTyped()
    {
        var now = Time.GetUtcNow().ToOffset(Beijing);
        return (StaffDate.Write(DateOnly.FromDateTime(now.DateTime)), now.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    /// <summary>An instant from a day and a time typed short: 0415 and 0830.</summary>
    private protected DateTimeOffset? Instant(string dayField, string timeField)
    {
        var day = StaffDate.Read(Form[dayField], Clock.Today);
        var digits = new string([.. Form[timeField].Where(char.IsAsciiDigit)]);
        if (day is null) Form.Refuse(dayField, "日期看不懂，请打0415或者2026-04-15");
        if (!TimeOnly.TryParseExact(digits.PadLeft(4, '0'), "HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) || digits.Length == 0)
        {
            Form.Refuse(timeField, "时间看不懂，请打0830或者8:30");
            return null;
        }
        return day is { } on ? new DateTimeOffset(on.ToDateTime(time), Beijing) : null;
    }
}
