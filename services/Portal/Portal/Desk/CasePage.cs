using Xinfang.Portal.Api;

namespace Xinfang.Portal.Desk;

/// <summary>A page about one petition: what CaseHandling knows of it, and what Intake says was said, as far as the caller may read it.</summary>
public abstract class CasePage : DeskPage
{
    /// <summary>The petition.</summary>
    [Microsoft.AspNetCore.Components.Parameter] public Guid Id { get; set; }

    /// <summary>As CaseHandling has it; null while <see cref="DeskPage.Problem"/> is set.</summary>
    protected CasePetition? Petition { get; private set; }

    /// <summary>What was said; null when it is not the caller's to read.</summary>
    protected Dossier? Dossier { get; private set; }

    private protected async Task Load()
    {
        if (await Take(CaseHandling.Petition(Id, Gone)) is not { } petition) return;
        Petition = petition;
        if (Menu.UsesIntake(MyDuty))
        {
            if (await TakeOptional(Intake.Petition(Id, Gone)) is { } filed)
            {
                Dossier = new Dossier
                {
                    Number = filed.Number, Subject = filed.Subject, Facts = filed.Facts, Claims = filed.Claims, Place = filed.Place, HappenedOn = filed.HappenedOn,
                    Petitioner = filed.Petitioner, Channel = filed.Channel, ReceivedOn = filed.ReceivedOn, ElectronicService = filed.ElectronicService,
                    Reason = filed.Routings is [.., var last] ? last.Reason : null, Supplements = filed.Supplements, Attachments = filed.Attachments,
                };
            }
        }
        else
        {
            Dossier = await TakeOptional(Intake.Dossier(Id, Gone));
        }
    }

    /// <summary>What the petition is about, as far as it may be said.</summary>
    protected string Subject => Dossier?.Subject ?? (Petition?.Sealed is true ? "保密件" : "信访事项");

    /// <summary>The words of a claim.</summary>
    protected string ClaimText(int number) => Dossier is { } dossier && number >= 1 && number <= dossier.Claims.Count ? dossier.Claims[number - 1] : $"第{number}项请求";
}
