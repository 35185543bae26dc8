using Xinfang.CaseHandling.Domain;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Tests.Domain;

/// <summary>The petition of the story: received by the organ on 2026-03-05, driven on by real acts to where a test wants it.</summary>
internal static class Story
{
    public const string Organ = "120104-zjw";

    public static readonly Actor Officer = new(new("120104-zjw.officer"), Organ, Roles.Officer);
    public static readonly Actor Colleague = new(new("120104-zjw.colleague"), Organ, Roles.Officer);
    public static readonly Actor Checker = new(new("120104-zjw.checker"), Organ, Roles.Checker);
    public static readonly Actor Head = new(new("120104-zjw.head"), Organ, Roles.Head);
    public static readonly Actor Overseer = new(new("office-head"), "120104-xfb", Roles.Overseer);

    public static readonly DateOnly ReceivedOn = new(2026, 3, 5), AcceptedOn = new(2026, 3, 11), Day60 = new(2026, 5, 10);

    /// <summary>Noon in Beijing.</summary>
    public static Moment At(int year, int month, int day) => new(new(year, month, day, 4, 0, 0, TimeSpan.Zero), LegalCalendar.Default, Terms.Default);

    public static Moment On(DateOnly day) => At(day.Year, day.Month, day.Day);

    public static Routing Routing(Category category = Category.Redress, int claims = 2, int round = 1, string organ = Organ, bool electronic = false) =>
        new(new(Guid.CreateVersion7()), organ, round, category is Category.Accusation ? null : "120104-20260302-0001", category,
            category is Category.Accusation ? 0 : claims, electronic, Urgent: false, new(2026, 3, 2));

    public static Petition Received(Category category = Category.Redress, int claims = 2, bool electronic = false) =>
        Petition.Receive(Routing(category, claims, electronic: electronic), On(ReceivedOn)).Petition;

    public static Petition Assigned() => Petition.Receive(
        Routing() with { AssignedOn = new(2026, 3, 4), ReportDueOn = new(2026, 5, 20) }, On(ReceivedOn)).Petition;

    public static Petition Contested()
    {
        var petition = Received();
        Done(petition.Contest(Officer, "该处管道由城管委负责养护，不归本单位。", "120104-cgw", At(2026, 3, 9)));
        return petition;
    }

    public static Petition Returned()
    {
        var petition = Contested();
        Done(petition.DecideContestation(Overseer, agreed: true, "管道确由城管委养护。", At(2026, 3, 10)));
        return petition;
    }

    public static Petition Accepted(Category category = Category.Redress, int claims = 2, bool electronic = false)
    {
        var petition = Received(category, claims, electronic);
        Done(petition.Accept(Officer, "022-0000 0009", null, On(AcceptedOn)));
        return petition;
    }

    public static Petition Heard(int claims = 2, bool electronic = false)
    {
        var petition = Accepted(claims: claims, electronic: electronic);
        Done(petition.HearStatement(Officer, new(2026, 3, 24), StatementWay.Visit, "信访人说明漏水经过。", At(2026, 3, 24)));
        return petition;
    }

    public static Petition Declined()
    {
        var petition = Received();
        Done(petition.Decline(Officer, new(Road.Arbitration, "区劳动人事争议仲裁院", "属于劳动争议。", null), At(2026, 3, 10)));
        return petition;
    }

    public static Petition Decided(bool electronic = false)
    {
        var petition = Heard(electronic: electronic);
        Done(petition.Decide(Officer, "主管道塌陷。", Opinions(2), "120104", At(2026, 4, 27)));
        return petition;
    }

    public static Petition Served()
    {
        var petition = Decided();
        Done(petition.Serve(Officer, Receipt(new(2026, 4, 29)), "120104", At(2026, 4, 29)));
        return petition;
    }

    public static Petition Completed()
    {
        var petition = Served();
        Done(petition.Complete(Officer, "已修好。", Closed, At(2026, 5, 6)));
        return petition;
    }

    /// <summary>The four duties of article 27 as they are checked in the story: the problem is solved, the rest does not apply.</summary>
    public static Closing Closed => new(
        [new(Limb.Resolve, true, "管道已修好，照片在案。"), new(Limb.Educate, false, null), new(Limb.Relieve, false, null), new(Limb.ByLaw, false, null)],
        ClosingLevel.District, RootCause.FailedToAct, [Means.Administrative]);

    public static Petition Mediating()
    {
        var petition = Accepted();
        foreach (var party in Enum.GetValues<Party>())
            Done(petition.ConsentToMediation(Officer, MediationKind.Mediation, party, new(2026, 3, 16), "当面同意，签了字。", withinDiscretion: true, At(2026, 3, 16)));
        Done(petition.Mediate(Officer, "街道人民调解委员会", At(2026, 3, 17)));
        return petition;
    }

    public static Petition Settled()
    {
        var petition = Mediating();
        Done(petition.Agree(Officer, AgreementForm.Written, "产权单位修好管道，赔偿地板。", new(2026, 4, 30), At(2026, 3, 30)));
        return petition;
    }

    public static Petition AcceptedAccusation()
    {
        var petition = Received(Category.Accusation);
        Done(petition.ReceiveAccusation(Officer, At(2026, 3, 6)));
        return petition;
    }

    public static Petition VerifiedAccusation()
    {
        var petition = AcceptedAccusation();
        Done(petition.VerifyAccusation(Officer, Verification.PartlyFounded, "核实的情况。", At(2026, 4, 6)));
        return petition;
    }

    public static Petition TransferredAccusation()
    {
        var petition = VerifiedAccusation();
        Done(petition.TransferAccusation(Officer, "市纪委监委", "属于市管干部。", At(2026, 4, 7)));
        return petition;
    }

    public static Petition Withdrawn()
    {
        var petition = Accepted();
        Assert.NotNull(petition.Withdraw(At(2026, 3, 20)));
        return petition;
    }

    public static Petition Terminated()
    {
        var petition = Accepted();
        Done(petition.Terminate(Head, TerminationGround.PetitionerDied, "死亡证明在案，继承人书面放弃。", At(2026, 3, 20)));
        return petition;
    }

    public static Petition Barred()
    {
        var petition = Received();
        Done(petition.Bar(Head, new(true, true, true, "请求、事实、理由与前件逐项相同。"),
            new(new(Guid.CreateVersion7()), "120104-20250102-0007", Guid.CreateVersion7(), "津政信核〔2025〕3号", new(2025, 12, 1)), At(2026, 3, 9)));
        return petition;
    }

    public static Petition In(PetitionStatus status) => status switch
    {
        PetitionStatus.Received => Received(),
        PetitionStatus.Contested => Contested(),
        PetitionStatus.Returned => Returned(),
        PetitionStatus.Accepted => Accepted(),
        PetitionStatus.Declined => Declined(),
        PetitionStatus.Decided => Decided(),
        PetitionStatus.Served => Served(),
        PetitionStatus.Completed => Completed(),
        PetitionStatus.Mediating => Mediating(),
        PetitionStatus.Settled => Settled(),
        PetitionStatus.Verified => VerifiedAccusation(),
        PetitionStatus.Transferred => TransferredAccusation(),
        PetitionStatus.Withdrawn => Withdrawn(),
        PetitionStatus.Terminated => Terminated(),
        PetitionStatus.Barred => Barred(),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static Claim[] Opinions(int claims) =>
        [.. Enumerable.Range(1, claims).Select(number => new Claim(number, Outcome.Supported, "应当维修。", "《物业管理条例》"))];

    public static ServiceReceipt Receipt(DateOnly on, ServiceMethod method = ServiceMethod.HandedOver) => new(method, on, "信访人本人", null);

    /// <summary>Draft, check and signature one after the other, up to the first refusal.</summary>
    public static Result<Decided> Decide(this Petition petition, Actor officer, string facts, IReadOnlyList<Claim> claims, string? reviewBody, Moment now)
    {
        if (petition.DraftOpinion(officer, new(facts, claims, []), submit: true, new string('0', 64), reviewBody, now).Refused(out var refusal, out _)) return refusal;
        return petition.CheckOpinion(Checker, now).Refused(out refusal, out _) ? refusal : petition.SignOpinion(Head, reviewBody, now);
    }

    /// <summary>The fact, when the act was done; else the test fails with the refusal.</summary>
    public static T Done<T>(Result<T> result) where T : class
    {
        Assert.False(result.Refused(out var refusal, out var fact), refusal?.Message);
        return fact!;
    }

    /// <summary>The refusal, which must name its article.</summary>
    public static Refusal Refused<T>(Result<T> result, string code, Article basis) where T : class
    {
        Assert.True(result.Refused(out var refusal, out _), "It was done.");
        Assert.Equal(code, refusal!.Code);
        Assert.Equal(basis, refusal.Basis);
        return refusal;
    }
}
