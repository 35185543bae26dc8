using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Xinfang.Portal.Tests;

/// <summary>What is kept of a person, requests to correct it and what expires, as Intake answers.</summary>
internal static class DataStub
{
    public static readonly Guid One = new("019cb000-0000-7000-8000-0000000000c1");

    public static void Map(WebApplication app, JsonSerializerOptions json)
    {
        app.MapGet("/api/intake/progress/data", () => Results.Json(new
        {
            anonymous = false, kind = "Person", name = "司马*", idNumber = "1***************0", phone = "138****0000", hasAddress = true, privacyVersion = "2026-01",
            corrections = new object[] { new { field = "Name", askedAt = "2026-04-10T02:00:00Z", granted = true, decidedAt = "2026-04-12T02:00:00Z", reason = "看过身份证。" }, new { field = "Address", askedAt = "2026-04-16T02:00:00Z" } },
        }, json));
        app.MapPost("/api/intake/progress/corrections", () => Results.Json(new { askedAt = "2026-04-17T02:00:00Z" }, json));
        app.MapGet("/api/intake/corrections", () => Results.Json(new
        {
            items = new object[]
            {
                new { id = One, petitionNumber = Story.Number, @sealed = false, field = "Phone", askedAt = "2026-04-16T02:00:00Z" },
                new { id = Story.Acceptance, petitionNumber = Story.Number, @sealed = true, field = "Name", askedAt = "2026-04-10T02:00:00Z", granted = false, decidedAt = "2026-04-12T02:00:00Z", decidedBy = "clerk" },
            },
            next = (string?)null,
        }, json));
        app.MapGet("/api/intake/corrections/{id:guid}", (Guid id) => Results.Json(new
        {
            id, petitionId = Story.Id, petitionNumber = Story.Number, field = "Phone", askedAt = "2026-04-16T02:00:00Z", kept = "13800000000", value = "13800000001", why = "登记时少听了一位。",
        }, json));
        app.MapPost("/api/intake/corrections/{id:guid}/decision", (Guid id) => Results.Json(new { id, granted = true, decidedAt = "2026-04-17T02:00:00Z" }, json));
        app.MapGet("/api/intake/search-readings", () => Results.Json(new
        {
            items = new object[] { new { id = One, account = "clerk", organ = new { code = "120104-xfb", name = "区信访办" }, at = "2026-04-16T02:00:00Z", purposeText = "查有没有重复", @for = new[] { new { by = "姓名", mark = "0a1b2c3d" }, new { by = "电话", mark = "4e5f6071" } } } },
            next = (string?)null,
        }, json));
        app.MapGet("/api/intake/retention", () => Results.Json(new
        {
            policies = new object[] { new { name = "NoticeAddressees", what = "已经发出的通知里的姓名、电话、住址", days = 180, basis = "《个人信息保护法》第十九条", removed = 12, lastOn = "2026-04-16" }, new { name = "ReceptionNotes", what = "当场答复、没有登记的来访的记录", days = 365, basis = "《个人信息保护法》第十九条", removed = 0 } },
            runs = new object[] { new { policy = "NoticeAddressees", what = "已经发出的通知里的姓名、电话、住址", day = "2026-04-16", before = "2025-10-18T02:00:00Z", removed = 12 } },
        }, json));
    }
}
