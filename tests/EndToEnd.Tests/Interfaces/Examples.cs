using Xinfang.EndToEnd.Tests.Running;

namespace Xinfang.EndToEnd.Tests.Interfaces;

/// <summary>Bodies that are accepted where the state allows it, by endpoint; parts of the path that are not the petition's id.</summary>
internal static class Examples
{
    /// <summary>Null for endpoints without a body.</summary>
    public static object? Body(string method, string path, int n = 5000) => (method, path) switch
    {
        ("POST", "/api/intake/petitions") => People.Petition(n),
        ("PUT", "/api/intake/petitions/{id}") => Registration(n),
        ("POST", "/api/intake/petitions/{id}/classification") => new { category = "Redress", contentCode = "030000", urgent = false },
        ("POST", "/api/intake/petitions/{id}/forwarding") => new { organ = People.Holder, reason = "属于该单位的职责范围" },
        ("POST", "/api/intake/petitions/{id}/assignment") => new { organ = People.Holder, reason = "属于该单位的职责范围", reportWithinDays = 30, demand = "请查清并报告结果" },
        ("POST", "/api/intake/progress/tickets") => new { number = "120104-20260101-0001", queryCode = "0000-0000", lastFour = "0000" },
        ("POST", "/api/intake/progress/rating") => new { office = "Satisfied", organ = "FairlySatisfied", officeReason = "答复及时", organReason = "讲得清楚" },
        ("POST", "/api/intake/progress/supplements") => new { text = "补充一张照片的说明。" },
        ("POST", "/api/case-handling/petitions/{id}/recusal") => new { reason = "与信访人是近亲属", officer = $"{People.Holder}.checker" },
        ("POST", "/api/case-handling/petitions/{id}/contestation") => new { reason = "按三定方案由其他单位负责", proposedOrgan = "120104-cgw" },
        ("POST", "/api/case-handling/petitions/{id}/contestation/decision") => new { agreed = false, reason = "经核实属于该单位职责" },
        ("POST", "/api/case-handling/petitions/{id}/declination") => new { road = "Arbitration", body = "南开区劳动人事争议仲裁院", reason = "属于劳动争议，应当先申请仲裁。", until = People.Today.AddDays(60) },
        ("POST", "/api/case-handling/petitions/{id}/extensions") => new { days = 10, reason = "需要委托鉴定管道渗漏原因" },
        ("POST", "/api/case-handling/petitions/{id}/extensions/service") => new { servedOn = People.Today, method = "HandedOver" },
        ("POST", "/api/case-handling/petitions/{id}/acceptance") => new { contactPhone = "022-0000 0014", note = "已登记" },
        ("POST", "/api/case-handling/petitions/{id}/service") => new { method = "HandedOver", servedOn = People.Today, receiver = "本人", note = "当面签收" },
        ("POST", "/api/case-handling/petitions/{id}/opinion/return") => new { remark = "第二项的依据写到条。" },
        ("POST", "/api/case-handling/petitions/{id}/opinion/withdrawal") => new { reason = "第二项的依据引错了。" },
        ("POST", "/api/feed/acknowledgements") => new { ids = new[] { Guid.CreateVersion7() } },
        ("POST", "/account/unlocks") => new { account = "leader" },
        _ => People.Handling(People.Today).Where(handling => path == $"/api/case-handling/petitions/{{id}}/{handling.Act}" && method == "POST").Select(handling => handling.Body).FirstOrDefault(),
    };

    private static Dictionary<string, object?> Registration(int n)
    {
        var body = People.Petition(n);
        foreach (var online in new[] { "truthful", "privacyVersion" }) body.Remove(online);
        (body["channel"], body["receivedOn"]) = ("Letter", People.Today);
        return body;
    }
}
