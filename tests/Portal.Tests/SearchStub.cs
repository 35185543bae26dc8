using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Xinfang.Portal.Tests;

/// <summary>The search of Intake, as it answers.</summary>
internal static class SearchStub
{
    private static readonly object[] Rows =
    [
        new
        {
            id = Story.Id, number = Story.Number, subject = new[] { P("一楼"), P("下水管", true), P("返水，物业和产权单位互相推") },
            excerpt = new[] { P("2月28日晚上，一楼卫生间地漏冒污水。物业说"), P("管道", true), P("归产权单位，产权单位说2019年移交了…") }, street = "120104001", streetName = "长虹街道",
            channel = "Online", channelText = "网上提交", petitionerMasked = "张*验", receivedOn = "2026-03-02", category = "Redress", categoryText = "申诉求决", urgent = false, @sealed = false,
            stage = "Forwarded", stageText = "已转送", organ = new { code = "120104-zjw", name = "区住建委", fullName = "南开区住房和建设委员会", phone = "022-0000 0001" },
        },
        new
        {
            id = new Guid("019cb000-0000-7000-8000-000000000002"), number = "120104-20260414-0005", subject = new[] { P("保密件，只能转纪检监察机关") }, excerpt = Array.Empty<object>(), street = (string?)null, streetName = (string?)null,
            channel = "Letter", channelText = "来信", petitionerMasked = (string?)null, receivedOn = "2026-04-14", category = "Accusation", categoryText = "检举控告", urgent = true, @sealed = true,
            stage = "Classified", stageText = "已分类", organ = (object?)null,
        },
    ];

    private static readonly object Facets = new
    {
        state = new[] { B("Forwarded", "已转送", 12), B("Completed", "已办结", 9), B("Classified", "已分类", 2) }, category = new[] { B("Redress", "申诉求决", 20), B("Suggestion", "建议意见", 3) },
        organ = new[] { B("120104-zjw", "区住建委", 14), B("120104-cgw", "区城管委", 6) }, street = new[] { B("120104001", "长虹街道", 23) }, channel = new[] { B("Online", "网上提交", 20), B("Letter", "来信", 3) },
    };

    public static void Map(WebApplication app, JsonSerializerOptions json) => app.MapPost("/api/intake/search", async (HttpRequest request) =>
    {
        var asked = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, json);
        var (later, partly) = (asked.TryGetProperty("after", out _), asked.TryGetProperty("from", out _));
        return asked.TryGetProperty("state", out var state) && state.GetString() is "Barred"
            ? Results.Json(new { items = Array.Empty<object>(), next = (string?)null, total = 0, more = false, about = false, partly = false, facets = new { state = Array.Empty<object>(), category = Array.Empty<object>(), organ = Array.Empty<object>(), street = Array.Empty<object>(), channel = Array.Empty<object>() }, words = Array.Empty<string>() }, json)
            : Results.Json(new { items = Rows, next = later ? null : "next-page", total = later ? (int?)null : 23, more = false, about = false, partly, facets = later ? null : Facets, words = new[] { "下水管" } }, json);
    });

    private static object P(string text, bool marked = false) => new { text, marked };

    private static object B(string value, string text, int count) => new { value, text, count };
}
