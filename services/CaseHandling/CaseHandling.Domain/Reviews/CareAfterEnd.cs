using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain.Reviews;

/// <summary>疏导教育, 走访, 帮助申请社会救助, 司法救助, 法律服务 (art. 37).</summary>
public enum CareKind { Counsel, Visit, Relief, JudicialRelief, LegalHelp }

/// <summary>Something done for the petitioner after the end.</summary>
public sealed record CareMeasure(CareKind Kind, DateOnly On, string Note, string By);

/// <summary>What is written down about the care; encrypted at rest as one.</summary>
public sealed record CareFile
{
    /// <summary>Who the petitioner can turn to.</summary>
    public string? ContactPerson { get; init; }
    public string? ContactPhone { get; init; }
    public IReadOnlyList<CareMeasure> Measures { get; init; } = [];
}

public sealed record CareContactNamed(string Organ) : Fact
{
    public override string Sentence => "确定终结后的联系人";
}

public sealed record CareGiven(CareKind Kind, DateOnly On) : Fact
{
    public override string Sentence => $"{ChineseDates.MonthDay(On)}{CareWords.Of(Kind)}";
}

public static class CareWords
{
    public static string Of(CareKind kind) => kind switch
    {
        CareKind.Counsel => "疏导教育",
        CareKind.Visit => "走访",
        CareKind.Relief => "帮助申请社会救助",
        CareKind.JudicialRelief => "转请司法救助",
        CareKind.LegalHelp => "法律服务",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

/// <summary>Care for the petitioner after the recheck has ended the matter: still owed by the handling organ (art. 37 para. 3).</summary>
public sealed class CareAfterEnd
{
    private static readonly Refusal NotOfOrgan = new("care.duty-missing", "只有承办单位能记录疏导帮扶。", PetitionRegulations.CareAfterFinal, RefusalKind.Forbidden);

    private CareAfterEnd() { } // EF Core

    /// <summary>The petition that ended.</summary>
    public PetitionId Id { get; private init; }
    public string Organ { get; private init; } = "";
    public DateOnly EndedOn { get; private init; }
    public int Revision { get; private set; }
    public CareFile File { get; internal set; } = new();

    /// <summary>Opened when the recheck opinion is served.</summary>
    public static CareAfterEnd Open(PetitionId petition, string organ, DateOnly endedOn) => new() { Id = petition, Organ = organ, EndedOn = endedOn };

    /// <summary>联系人: whom the petitioner can turn to.</summary>
    public Result<CareContactNamed> NameContact(Actor actor, string person, string phone)
    {
        if (Refuses(actor) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(person) || string.IsNullOrWhiteSpace(phone))
            return new Refusal("care.contact-incomplete", "请写联系人的姓名和电话。", PetitionRegulations.CareAfterFinal, RefusalKind.Invalid);
        File = File with { ContactPerson = person.Trim(), ContactPhone = phone.Trim() };
        Revision++;
        return new CareContactNamed(Organ);
    }

    /// <summary>A visit, counselling or aid.</summary>
    public Result<CareGiven> Give(Actor actor, CareKind kind, DateOnly on, string note, Moment now)
    {
        if (Refuses(actor) is { } refusal) return refusal;
        if (on < EndedOn || on > now.Date)
            return new Refusal("care.date", $"日期要在{ChineseDates.MonthDay(EndedOn)}到今天之间。", PetitionRegulations.CareAfterFinal, RefusalKind.Invalid);
        if (string.IsNullOrWhiteSpace(note))
            return new Refusal("care.without-note", "请写做了什么、情况怎样。", PetitionRegulations.CareAfterFinal, RefusalKind.Invalid);
        File = File with { Measures = [.. File.Measures, new CareMeasure(kind, on, note.Trim(), actor.Id.Value)] };
        Revision++;
        return new CareGiven(kind, on);
    }

    /// <summary>Why this person may not do it, whatever there is to do; null for an officer or the head of the organ.</summary>
    public static Refusal? Refuses(Actor actor, string organ) => actor.Organ == organ && (actor.Roles & (Roles.Officer | Roles.Head)) != 0 ? null : NotOfOrgan;

    private Refusal? Refuses(Actor actor) => Refuses(actor, Organ);
}
