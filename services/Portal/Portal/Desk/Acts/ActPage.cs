using System.Globalization;
using Microsoft.AspNetCore.Components;
using Xinfang.Law;
using Xinfang.Portal.Api;
using Xinfang.Portal.Parts;

namespace Xinfang.Portal.Desk.Acts;

/// <summary>A confirming page: says what the act does, asks what it needs, sends it, and goes back to the petition.</summary>
public abstract class ActPage : CasePage
{
    /// <summary>The clock, for days typed short.</summary>
    [Inject] protected Clock Clock { get; set; } = null!;

    /// <summary>The act, in the glossary's word.</summary>
    protected abstract string ActName { get; }

    /// <summary>Open or shut, as the service says; null when it can never apply here.</summary>
    protected ActView? Act => Petition?.Acts.FirstOrDefault(act => act.Act == ActName);

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        await Load();
        if (Petition is null) return;
        Prepare();
        await TakeKept();
        // The service may have closed the act between two clicks; what was typed stays on the page beside its refusal.
        if (Posted) TakePosted();
    }

    /// <summary>Fills the form before the first look at it.</summary>
    protected virtual void Prepare() { }

    /// <summary>Sends the act; a refusal is shown in the words of the service.</summary>
    private protected async Task Do(object? body, Func<string, string?>? fieldOf = null)
    {
        if (!Form.Valid) { Status(422); return; }
        var route = ActRoutes.PageOf(ActName)!;
        var answer = await CaseHandling.Act(Id, route, body, Gone);
        if (!answer.Refused(out var problem, out _)) { Go($"/desk/petitions/{Id}?done={route}"); return; }
        if (problem.Errors.Count > 0 && Form.TakeErrors(problem.Errors, fieldOf ?? SameName) && !Form.Valid) { Status(422); return; }
        await Refuse(problem);
    }

    /// <summary>Reads a day typed short.</summary>
    protected DateOnly? Day(string field, string what)
    {
        var day = StaffDate.Read(Form[field], Clock.Today);
        if (day is null) Form.Refuse(field, $"{what}看不懂，请打0415或者2026-04-15");
        return day;
    }

    /// <summary>The text of a field, or null when it is empty.</summary>
    protected string? Or(string field) => Form[field].Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The lines of a field that is not empty.</summary>
    protected string[] Lines(string field, string message) =>
        Form.Need(field, message).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What is still to be carried out, to choose from.</summary>
    protected Choices.Option[] OwedItems => [.. (Petition?.Enforcements ?? []).Where(each => each.DoneOn is null).Select(each => new Choices.Option(
        each.Number.ToString(CultureInfo.InvariantCulture), each.Claim is { } claim ? $"请求{claim}：{ClaimText(claim)}" : "协议", $"最晚{ChineseDates.Full(each.DueOn)}"))];

    /// <summary>The one that was chosen.</summary>
    protected int OwedItem()
    {
        if (OwedItems.All(each => each.Value != Form["item"])) Form.Refuse("item", "请选哪一项");
        return int.TryParse(Form["item"], NumberStyles.None, CultureInfo.InvariantCulture, out var item) ? item : 0;
    }

    private static string? SameName(string name) => name.Length == 0 || name == "$" ? null : char.ToLowerInvariant(name[0]) + name[1..];
}
