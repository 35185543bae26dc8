using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Xinfang.Portal.Tests;

/// <summary>The reception hall as Intake answers: the clerk is receiving somebody, an officer's window is free.</summary>
internal static class HallStub
{
    public static void Map(WebApplication app, JsonSerializerOptions json)
    {
        app.MapGet("/api/intake/reception", (HttpRequest request) => Results.Json(View(PortalHost.OrganOf(request)), json));
        app.MapGet("/api/intake/reception/display", () => Results.Json(new { day = "2026-04-15", called = new[] { new { label = "A007", window = 2 }, new { label = "A006", window = 1 } }, waiting = 3, openWindows = 2 }, json));
        app.MapGet("/api/intake/reception/days", () => Results.Json(new { items = new object[] { Day("2026-04-15", 7), Day("2026-04-14", 0) } }, json));
        app.MapGet("/api/intake/reception/turns/{id:guid}", (Guid id) => Results.Json(new { turn = Turn(id, 12, "Waiting", "等候", people: 6), ahead = 3 }, json));
        app.MapPut("/api/intake/reception/turns/{id:guid}", (Guid id) => Results.Json(new { turn = Turn(id, 13, "Waiting", "等候"), ahead = 4 }, json, statusCode: 201));
        app.MapPost("/api/intake/reception/turns/{id:guid}/{act}", (Guid id) => Results.Json(Turn(id, 7, "Ended", "已结束"), json));
        app.MapPost("/api/intake/reception/windows/{number:int}/{act}", (int number) => Results.Json(new { number }, json));
    }

    private static object View(string organ) => new
    {
        day = "2026-04-15", window = organ == "120104-xfb" ? 2 : 3, current = organ == "120104-xfb" ? Turn(Story.Id, 7, "Receiving", "接待中", people: 6, company: true) : null,
        windows = new[] { new { number = 2, organ = Organ("120104-xfb", "区信访办"), account = "clerk", mine = true, label = (string?)"A007" }, new { number = 3, organ = Organ("120104-zjw", "区住建委"), account = "120104-zjw.officer", mine = false, label = (string?)null } },
        waitingCount = 3, waiting = new[] { Turn(Story.Acceptance, 12, "Waiting", "等候", priority: true), Turn(Story.Receipt, 8, "Waiting", "等候"), Turn(Guid.CreateVersion7(), 9, "Waiting", "等候") },
        absent = new[] { Turn(new("019cb000-0000-7000-8000-000000000013"), 5, "Absent", "过号") }, taken = 12, received = 6,
    };

    private static object Organ(string code, string name) => new { code, name, fullName = name, phone = "022-0000 0001" };

    private static object Day(string on, int received) => new { on, taken = 9, people = 14, received, registered = 3, counselled = 2, guided = 1, left = 2, waited = received == 0 ? (double?)null : 12.4, waited90 = received == 0 ? (double?)null : 31.0, received50 = received == 0 ? (double?)null : 18.2 };

    private static object Turn(Guid id, int number, string status, string statusText, int people = 1, bool priority = false, bool company = false) => new
    {
        id, number, label = $"A{number:000}", day = "2026-04-15", kind = "New", kindText = "反映新的事", people, priority, status, statusText, window = 2, calls = 1,
        takenAt = "2026-04-15T09:20:00+08:00", waitedMinutes = 14, company = company ? new[] { Organ("120104-zjw", "区住建委") } : [],
    };
}
