using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>公民, or 法人、其他组织 (art. 17).</summary>
public enum PetitionerKind { Person, Organisation }

/// <summary>委托代理人, 监护人, or 代填人 who only writes down what the petitioner says.</summary>
public enum AgentKind { Agent, Guardian, Helper }

/// <summary>Somebody who acts for the petitioner. The petitioner stays the one whose petition it is.</summary>
/// <param name="Authority">Of an agent: the letter of authority and how far it goes. Of a guardian: the relation. Of a helper: nothing is needed.</param>
/// <param name="Consent">The petitioner has agreed that it is written for them.</param>
/// <param name="Scope">代理事项: what this one may do. Where there are several, each has their own.</param>
/// <param name="Until">代理期限: the last day on which this one acts.</param>
public sealed record AgentForm(
    AgentKind Kind, string? Name = null, string? Phone = null, string? Authority = null, bool Consent = false, string? Scope = null, DateOnly? Until = null);

public static partial class Form
{
    /// <summary>民法典 165: an authority in writing says who acts, in what, how far and until when.</summary>
    public static readonly Article WrittenAuthority = new("民法典", 165);

    /// <summary>民法典 23: a guardian acts for whoever cannot act alone.</summary>
    public static readonly Article Guardianship = new("民法典", 23);

    /// <summary>个人信息保护法 13: whoever writes another person's data down has that person's consent.</summary>
    public static readonly Article Consent = new("个人信息保护法", 13);

    /// <summary>个人信息保护法 51: who may do what with people's data is set, and what they do is kept.</summary>
    public static readonly Article Authorization = new("个人信息保护法", 51);

    /// <summary>个人信息保护法 46: whoever finds their data wrong may have it put right; it is checked first.</summary>
    public static readonly Article Correcting = new("个人信息保护法", 46);

    /// <summary>个人信息保护法 19: data is kept no longer than what it is for needs.</summary>
    public static readonly Article Keeping = new("个人信息保护法", 19);

    private static void CheckPetitioner(PetitionForm form, DateOnly today, List<Fault> faults)
    {
        if (!Enum.IsDefined(form.Kind)) faults.Add(new("petitioner.kind", "请选是个人，还是单位。", Writing));
        else if (form.Anonymous) CheckAnonymous(form, faults);
        else
        {
            if (!Has(form.Name, 1, 50)) faults.Add(new("petitioner.name", "请写姓名或者单位名称，最多50个字。", Writing));
            if (!Has(form.Address, 2, 200)) faults.Add(new("petitioner.address", "请写住址，告知书要寄到这里。2到200个字。", Writing));
            CheckNumbers(form, today, faults);
        }
        CheckNoticeWay(form, faults);
        CheckAgents(form, today, faults);
    }

    private static void CheckAnonymous(PetitionForm form, List<Fault> faults)
    {
        if (new[] { form.Name, form.IdNumber, form.CreditCode, form.Phone, form.Address }.Any(text => !string.IsNullOrWhiteSpace(text)))
            faults.Add(new("petitioner.anonymous", "匿名的，不要填姓名、电话、证件号和住址。", Writing));
        if (form.Confidential) faults.Add(new("petitioner.confidential", "匿名的已经不留姓名，不用再选“要求保密”。", Writing));
    }

    private static void CheckNumbers(PetitionForm form, DateOnly today, List<Fault> faults)
    {
        var number = form.Kind is PetitionerKind.Organisation ? form.CreditCode : form.IdNumber;
        if (string.IsNullOrWhiteSpace(form.Phone) && string.IsNullOrWhiteSpace(number))
            faults.Add(new("petitioner.phone", form.Kind is PetitionerKind.Organisation
                ? "联系电话和统一社会信用代码，请至少填一个。查进度要用它的后四位。"
                : "手机号和身份证号，请至少填一个。查进度要用它的后四位。", Writing));
        if (!string.IsNullOrWhiteSpace(form.Phone) && Phone(form.Phone) is null)
            faults.Add(new("petitioner.phone", "电话号码不对。手机号是11位；固定电话要带区号。", Writing));
        if (form.Kind is PetitionerKind.Organisation)
        {
            if (!string.IsNullOrWhiteSpace(form.IdNumber)) faults.Add(new("petitioner.idNumber", "单位不填身份证号，填统一社会信用代码。", Writing));
            if (!string.IsNullOrWhiteSpace(form.CreditCode) && !Identifiers.IsSocialCreditCode(form.CreditCode, out var wrong)) faults.Add(new("petitioner.creditCode", wrong, Writing));
            return;
        }
        if (!string.IsNullOrWhiteSpace(form.CreditCode)) faults.Add(new("petitioner.creditCode", "个人不填统一社会信用代码，填身份证号。", Writing));
        if (!string.IsNullOrWhiteSpace(form.IdNumber) && !Identifiers.IsIdentityNumber(form.IdNumber, today, out var reason)) faults.Add(new("petitioner.idNumber", reason, Writing));
    }

    private static void CheckNoticeWay(PetitionForm form, List<Fault> faults)
    {
        if (form.NoticeWay is not { } way) return;
        if (!Enum.IsDefined(way) || (form.Anonymous && way is not Domain.NoticeWay.Portal))
            faults.Add(new("noticeWay", form.Anonymous ? "匿名的，我们没有办法通知您，请自己用查询码查。" : "请选通知方式：网上查看、短信或者邮寄。", PetitionRegulations.Notice));
        else if (form.Confidential && way is Domain.NoticeWay.Post)
            faults.Add(new("noticeWay", "要求保密的，信封上不好写您的姓名住址。请选网上查看或者发短信。", PetitionRegulations.Notice));
        else if (!form.Anonymous && way is Domain.NoticeWay.Sms && !IsMobile(form.Phone))
            faults.Add(new("noticeWay", "要收短信，请填手机号。没有手机的，请选邮寄。", PetitionRegulations.Notice));
    }
}
