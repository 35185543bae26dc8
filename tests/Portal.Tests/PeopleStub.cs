using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Xinfang.Portal.Tests;

/// <summary>People of the staff and what happened to their accounts, as Identity answers.</summary>
internal static class PeopleStub
{
    public const string Code = "7K2M-9PQR-XW4C-HN8T";

    private const string Admin = "120104-xfb/Administer", Security = "120104-xfb/Secure", Auditor = "120104-xfb/Audit";

    public static readonly Place[] Places =
    [
        new("people", "/desk/people", Admin), new("people-none", "/desk/people?duty=Lead", Security), new("person", "/desk/people/jing.ban", Admin), new("person-security", "/desk/people/jing.ban", Security),
        new("person-left", "/desk/people/li.kai", Admin), new("person-audit", "/desk/people/jing.ban", Auditor), new("person-missing", "/desk/people/nobody", Admin), new("account-events", "/desk/account-events", Auditor),
    ];

    public static void Map(WebApplication app, JsonSerializerOptions json)
    {
        app.MapGet("/account/people", (string? duty) => Results.Json(new { items = duty == "Lead" ? [] : new[] { Person("jing.ban", "Active"), Person("xin.ren", "Invited"), Person("li.kai", "Left") }, next = duty is null ? "more" : null }, json));
        app.MapGet("/account/people/{account}", (string account) => account == "nobody"
            ? Results.Json(new { type = "urn:xinfang:account.not-found", title = "没有这个工号。", status = 404 }, json, "application/problem+json", 404)
            : Results.Json(new { person = Person(account, account == "li.kai" ? "Left" : "Active"), openDuties = new[] { "Handle", "Check", "Head" } }, json));
        app.MapPut("/account/people/{account}", (string account) => Results.Json(new { person = Person(account, "Invited"), invitationCode = Code }, json, statusCode: 201));
        foreach (var act in new[] { "invitation", "return" })
            app.MapPost($"/account/people/{{account}}/{act}", () => Results.Json(new { invitationCode = Code, until = "2026-04-20T02:00:00Z" }, json));
        foreach (var act in new[] { "departure", "duties", "second-factor/removal" })
            app.MapPost($"/account/people/{{account}}/{act}", (string account) => Results.Json(Person(account, "Active"), json));
        app.MapPost("/account/people/{account}/sessions/end", () => Results.NoContent());
        app.MapPost("/account/unlocks", () => Results.Json(new { type = "urn:xinfang:account.not-locked", title = "这个工号没有锁定。", status = 409 }, json, "application/problem+json", 409));
        app.MapGet("/account/events", () => Results.Json(new
        {
            items = new object[]
            {
                new { position = 4, account = "jing.ban", what = "DutiesSet", text = "授予职责", at = "2026-04-16T02:05:00Z", by = "security-admin", detail = "Handle,Check" },
                new { position = 3, account = "jing.ban", what = "Registered", text = "登记人员", at = "2026-04-16T02:00:00Z", by = "admin", detail = "120104-zjw" },
                new { position = 2, account = "clerk", what = "SignedIn", text = "登录", at = "2026-04-16T01:00:00Z" },
            },
            next = "more",
        }, json));
    }

    private static object Person(string account, string state) => new
    {
        account, displayName = "示例经办", organ = "120104-zjw", organName = "南开区住房和建设委员会", duties = state == "Active" ? new[] { "Handle", "Check" } : [], state, secondFactor = state == "Active",
        passwordSetAt = state == "Invited" ? null : "2026-04-01T02:00:00Z", invitedUntil = state == "Invited" ? "2026-04-20T02:00:00Z" : null,
    };
}
