using Microsoft.AspNetCore.Components;
using Xinfang.Portal.Api;
using Xinfang.Portal.Parts;

namespace Xinfang.Portal.Desk.Supervising;

/// <summary>A page about things of supervision; which kind, the address says.</summary>
public abstract class SupervisingPage : DeskPage
{
    /// <summary>supervisions, violations …</summary>
    [Parameter] public string KindKey { get; set; } = "";

    /// <summary>CaseHandling's routes of supervision.</summary>
    [Inject] protected SupervisionClient Supervision { get; set; } = null!;

    /// <summary>The clock, for days typed short.</summary>
    [Inject] protected Clock Clock { get; set; } = null!;

    internal Kind? Kind => Kinds.All.GetValueOrDefault(KindKey);

    /// <summary>Where the list of this kind is.</summary>
    protected string Root => $"/desk/supervision/{KindKey}";

    /// <inheritdoc cref="FormBody.Read"/>
    private protected Dictionary<string, object?> Body(FormPage page) => FormBody.Read(page, Form, Http, Clock.Today);
}
