using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>What a petitioner hands in, before anything is decided about it.</summary>
public sealed record PetitionForm
{
    public bool Anonymous { get; init; }
    public PetitionerKind Kind { get; init; }

    /// <summary>要求保密: who they are is opened only to somebody approved for this petition.</summary>
    public bool Confidential { get; init; }

    public string? Name { get; init; }
    public string? IdNumber { get; init; }

    /// <summary>统一社会信用代码 of an organisation.</summary>
    public string? CreditCode { get; init; }

    public string? Phone { get; init; }
    public string? Address { get; init; }

    /// <summary>Who speaks or writes for the petitioner, if anybody does.</summary>
    public AgentForm? Agent { get; init; }

    /// <summary>Others who act beside the first, each with their own authority, scope and term.</summary>
    public IReadOnlyList<AgentForm?> FurtherAgents { get; init; } = [];

    /// <summary>All who act.</summary>
    internal IReadOnlyList<AgentForm?> Agents => Agent is null ? FurtherAgents : [Agent, .. FurtherAgents];

    public string? Subject { get; init; }
    public string? Facts { get; init; }
    public IReadOnlyList<string?> Claims { get; init; } = [];
    public Category? Category { get; init; }
    public string? Street { get; init; }
    public string? Place { get; init; }
    public DateOnly? HappenedOn { get; init; }

    /// <summary>How it came; decides what has to be known about the people.</summary>
    public Channel Channel { get; init; } = Channel.Online;

    /// <summary>信访人数.</summary>
    public int? People { get; init; }

    /// <summary>联名的人, besides the petitioner. Letters and the web take any number (art. 20¶3 binds visits only).</summary>
    public IReadOnlyList<string?> CoSigners { get; init; } = [];

    /// <summary>代表 of a visit by several people with a common matter, at most five.</summary>
    public IReadOnlyList<string?> Representatives { get; init; } = [];

    /// <summary>How the representatives were elected.</summary>
    public string? ElectionNote { get; init; }

    /// <summary>口头提出, written down by a clerk. A telephone call always is.</summary>
    public bool Oral { get; init; }

    /// <summary>What was written down has been read back and confirmed.</summary>
    public bool ReadBackConfirmed { get; init; }

    /// <summary>越级访: the organ this should have been brought to first.</summary>
    public string? StepUpOrgan { get; init; }

    /// <summary>What the visitor was told about it.</summary>
    public string? StepUpGuidance { get; init; }

    /// <summary>通知方式; null where the person did not say.</summary>
    public NoticeWay? NoticeWay { get; init; }

    /// <summary>Online only: declared true by the petitioner. A clerk writes down what is said.</summary>
    public bool? Truthful { get; init; }

    /// <summary>Online only: the privacy notice shown before submitting.</summary>
    public string? PrivacyVersion { get; init; }
}

/// <summary>What is missing or wrong in a field, and the article that asks for it.</summary>
/// <param name="Field">As on the wire: <c>petitioner.name</c>, <c>claims[0]</c>.</param>
/// <param name="Message">How to repair it, for the petitioner.</param>
public sealed record Fault(string Field, string Message, Article Basis);

/// <summary>登记要件: what article 19 asks of a petition, checked before anything is written.</summary>
public static partial class Form
{
    /// <summary>The privacy notice in use; its version is kept with each petition.</summary>
    public const string PrivacyVersion = "2026-11";

    /// <summary>个人信息保护法 17: the notice comes before the data.</summary>
    public static readonly Article PrivacyNotice = new("个人信息保护法", 17);

    /// <summary>代表 of a visit by several people (art. 20¶3).</summary>
    public const int MostRepresentatives = 5;

    private static readonly Article Writing = PetitionRegulations.Form;

    /// <summary>Every fault at once, in the order of the form; empty when it can be registered.</summary>
    /// <param name="streets">The streets of the district.</param>
    /// <param name="online">Submitted by the petitioner; a clerk registers what there is, without declarations.</param>
    public static IReadOnlyList<Fault> Check(PetitionForm form, IReadOnlySet<string> streets, bool online, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(streets);
        var faults = new List<Fault>();
        CheckPetitioner(form, today, faults);
        CheckWords(form, faults);
        CheckPlace(form, streets, today, faults);
        CheckPeople(form, faults);
        if (form.Channel is Channel.Visit) CheckVisit(form, faults);
        else if (form.Representatives.Count > 0 || form.StepUpOrgan is not null)
            faults.Add(new("representatives", "代表和越级访只在来访时填。来信、网上提出的，人数不限，写联名的人就行。", PetitionRegulations.Representatives));
        if ((form.Oral || form.Channel is Channel.Phone) && !form.ReadBackConfirmed)
            faults.Add(new("readBackConfirmed", "口头提出的，写好以后要念给对方听，对方确认无误再登记。", PetitionRegulations.Form));
        if (form.Category is Category.Accusation && online)
            faults.Add(new("category", "检举控告要走保密渠道，不在这里提交。请写信、来访，或者打022-0000 0000。", PetitionRegulations.Accusation));
        if (online && form.Truthful is not true)
            faults.Add(new("truthful", "请确认写的是真实情况。", PetitionRegulations.Truthfulness));
        if (online && form.PrivacyVersion != PrivacyVersion)
            faults.Add(new("privacyVersion", "我们怎样保护您的信息，说明已经更新。请看一遍，再提交。", PrivacyNotice));
        return faults;
    }

    /// <summary>The way that was chosen. Who said nothing is told where they filed: online under the progress page, else by message where there is a mobile, else by letter.</summary>
    public static NoticeWay WayOf(PetitionForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.NoticeWay ?? (form.Channel is Channel.Online ? Domain.NoticeWay.Portal : IsMobile(form.Phone) ? Domain.NoticeWay.Sms : form.Confidential ? Domain.NoticeWay.Portal : Domain.NoticeWay.Post);
    }

    /// <summary>A number that takes messages.</summary>
    public static bool IsMobile(string? typed) => Phone(typed) is ['1', ..];

    /// <summary>A telephone number as stored and hashed: digits only. Null when it is none: 11 digits from 13 to 19, or a landline with its area code.</summary>
    public static string? Phone(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > 30) return null;
        var digits = new string([.. typed.Where(sign => sign is not (' ' or '-' or '－' or '—'))]);
        if (!digits.All(char.IsAsciiDigit)) return null;
        return digits is ['1', >= '3' and <= '9', ..] && digits.Length == 11 || digits is ['0', not '0', ..] && digits.Length is 11 or 12 ? digits : null;
    }

    private static void CheckWords(PetitionForm form, List<Fault> faults)
    {
        if (!Has(form.Subject, 2, 80)) faults.Add(new("subject", "请用一句话说是什么事，2到80个字。", Writing));
        if (!Has(form.Facts, 10, 5000)) faults.Add(new("facts", "请把经过写下来，10到5000个字。", Writing));
        if (form.Claims.Count is < 1 or > 10) faults.Add(new("claims", "请写明您希望怎么解决，1到10条，一条写一个请求。", Writing));
        for (var i = 0; i < Math.Min(form.Claims.Count, 10); i++)
            if (!Has(form.Claims[i], 2, 500)) faults.Add(new($"claims[{i}]", $"请写明第{i + 1}项请求，2到500个字。", Writing));
    }

    private static void CheckPlace(PetitionForm form, IReadOnlySet<string> streets, DateOnly today, List<Fault> faults)
    {
        if (form.Street is { } street && !streets.Contains(street)) faults.Add(new("street", "没有这个街道。请从12个街道里选一个。", PetitionRegulations.TerritorialDuty));
        if (form.Place is { Length: > 200 }) faults.Add(new("place", "地点最多200个字。", Writing));
        if (form.HappenedOn > today) faults.Add(new("happenedOn", "事情开始的日期不能晚于今天。", Writing));
    }

    private static void CheckPeople(PetitionForm form, List<Fault> faults)
    {
        if (form.People is < 1 or > 100_000) faults.Add(new("people", "人数要在1到100000之间。", Writing));
        if (form.CoSigners.Count > 500) faults.Add(new("coSigners", "联名的人一次最多写500个，更多的请附名单来信。", Writing));
        if (form.CoSigners.Any(name => !Has(name, 1, 50))) faults.Add(new("coSigners", "联名的人，每个写1到50个字。", Writing));
        if (form.People is { } people && people < form.CoSigners.Count + 1) faults.Add(new("people", "人数比联名的人还少，请对一对。", Writing));
    }

    private static void CheckVisit(PetitionForm form, List<Fault> faults)
    {
        var together = Math.Max(form.People ?? 1, form.Representatives.Count);
        if (form.Representatives.Count > MostRepresentatives)
            faults.Add(new("representatives", "多人来访的，代表不能超过5人。请重新推选；其他人可以改用写信、网上提出，人数不限。", PetitionRegulations.Representatives));
        else if (together > 1 && form.Representatives.Count == 0)
            faults.Add(new("representatives", "多人为共同的事来访，要推选1到5名代表，请写下代表的姓名。", PetitionRegulations.Representatives));
        if (form.Representatives.Any(name => !Has(name, 1, 50))) faults.Add(new("representatives", "代表的姓名，每个写1到50个字。", PetitionRegulations.Representatives));
        if (form.Representatives.Count > 0 && !Has(form.ElectionNote, 2, 500))
            faults.Add(new("electionNote", "请写明代表是怎样推选的，2到500个字。", PetitionRegulations.Representatives));
        if (form.People is { } people && people < form.Representatives.Count) faults.Add(new("people", "人数比代表还少，请对一对。", PetitionRegulations.Representatives));
        if (form.StepUpOrgan is not null && !Has(form.StepUpGuidance, 4, 500))
            faults.Add(new("stepUpGuidance", "越级来访的照样登记，请写明怎样引导的，4到500个字。", PetitionRegulations.VisitPlace));
    }

    private static bool Has(string? text, int least, int most) => text?.Trim().Length is { } length && length >= least && length <= most;
}
