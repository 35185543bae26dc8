using Xinfang.Portal.Api;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Portal.Desk.Insight;

/// <summary>The petitions behind a figure.</summary>
public sealed partial class PetitionsPage
{
    private Page<CountedPetition>? Found { get; set; }

    // Only of the whole figure; how many have one street or category its own table says.
    private MeasureTable? Table { get; set; }

    private string Counter => Asked("counter") is { Length: > 0 } counter ? counter : "petitions";

    private string? After => Asked("after") is { Length: > 0 } after ? after : null;

    private IReadOnlyList<(string Name, string Value)> Filters => [("street", Asked("street")), ("content", Asked("content")), ("channel", Asked("channel")), ("category", Asked("category"))];

    private IReadOnlyList<(string Name, string? Value)> Hidden => [("counter", Counter), .. Filters.Where(each => each.Value.Length > 0).Select(each => (each.Name, (string?)each.Value))];

    private string Title => Counter == "petitions" ? "信访事项" : FigureWords.Counter(Counter);

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var table = After is null && Filters.All(each => each.Value.Length == 0) ? Insight.Measures(Period.Query(), Gone) : null;
        Found = await Take(Insight.Petitions(Query(After), Gone));
        if (table is not null) Table = await TakeOptional(table);
    }

    private string Query(string? after) => Period.Query([("counter", Counter), .. Filters.Select(each => (each.Name, (object?)each.Value)), ("after", after)]);

    private string NameOf(string filter, string value) => filter switch
    {
        "street" => Organs.Find(value)?.ShortName ?? value,
        "channel" => Labels.Channel(value),
        "category" => Labels.Category(value),
        _ => Found?.Items.FirstOrDefault(item => item.Content == value)?.ContentName ?? value,
    };

    // What no organ has yet is only on the desks of the office.
    private string? HrefOf(CountedPetition item) => item.Organ is not null ? $"/desk/petitions/{item.Id}" : MyDuty is Duty.Oversee or Duty.Supervise or Duty.Audit ? $"/desk/routing/{item.Id}" : null;
}
