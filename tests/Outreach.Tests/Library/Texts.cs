namespace Xinfang.Outreach.Tests.Library;

/// <summary>Made-up texts, and the way of one to the public.</summary>
internal static class Texts
{
    public static readonly DateTimeOffset Today = Wire.On(2026, 5, 6);

    public static object Content(string title = "多久有答复，心里有数", string text = "自受理之日起60日内办结，出具信访处理意见书。") => new
    {
        title, lead = "每一步都有最晚的一天，到日子没动静就可以问。",
        sections = new object[] { new { heading = "登记转送", text = "登记以后15日内转送、交办。", figure = "15", figureLabel = "日内转送" }, new { heading = "办结答复", text, figure = "60", figureLabel = "日内办结" } },
        basis = new object[] { new { instrument = "信访工作条例", number = 22 }, new { instrument = "信访工作条例", number = 34 } },
        questions = new object[]
        {
            new { text = "自哪一天起60日内办结？", options = new[] { "提交的那天", "受理之日" }, right = 1, why = "自受理之日起算。依据第三十四条。" },
            new { text = "多少日内转送、交办？", options = new[] { "15日", "60日" }, right = 0, why = "登记以后15日内。依据第二十二条。" },
        },
    };

    public static object Form(object? content = null, string topic = "Terms", string audience = "Everyone") => new { topic, audience, content = content ?? Content() };

    public static async Task<Guid> DraftAsync(OutreachApp app, object? content = null, string? slug = null, string topic = "Terms")
    {
        var id = Guid.CreateVersion7();
        using var writer = app.As("outreach", Today);
        await (await writer.Put($"/library/{id}", new { slug = slug ?? $"text-{id:N}", kind = "Explanation", text = Form(content, topic) })).Json(201);
        return id;
    }

    public static async Task ReleaseAsync(OutreachApp app, Guid id, object? dates = null)
    {
        using var writer = app.As("outreach", Today);
        using var reviewer = app.As("outreach-2", Today);
        using var head = app.As("office-head", Today);
        await (await writer.Post($"/library/{id}/submission", new { })).Json();
        await (await reviewer.Post($"/library/{id}/check", new { })).Json();
        await (await head.Post($"/library/{id}/release", dates ?? new { })).Json();
    }

    public static async Task<Guid> ReleasedAsync(OutreachApp app, object? content = null, string? slug = null, string topic = "Terms")
    {
        var id = await DraftAsync(app, content, slug, topic);
        await ReleaseAsync(app, id);
        return id;
    }
}
