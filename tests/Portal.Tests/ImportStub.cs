using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Xinfang.Portal.Tests;

/// <summary>Bulk imports as Intake answers them.</summary>
internal static class ImportStub
{
    public static void Map(WebApplication app, JsonSerializerOptions json)
    {
        app.MapGet("/api/intake/imports", () => Results.Json(new { items = new[] { View('2'), View('1'), View('3') } }, json));
        app.MapGet("/api/intake/imports/columns", () => Results.Json(new { items = new object[] { new { title = "信访形式", needed = true, explanation = "来信、来访、来电、传真，四个里选一个。", example = "来信" }, new { title = "地点", needed = false, explanation = "事情发生的地点。", example = "" } } }, json));
        app.MapGet("/api/intake/imports/template.csv", () => Results.File("信访形式\r\n"u8.ToArray(), "text/csv; charset=utf-8", "import-template.csv"));
        app.MapGet("/api/intake/imports/{id:guid}", (Guid id) => id.ToString()[^1] is var last and ('1' or '2' or '3') ? Results.Json(View(last), json)
            : Results.Json(View('1') with { Id = id }, json));
        app.MapGet("/api/intake/imports/{id:guid}/rows", () => Results.Json(new
        {
            items = new object[]
            {
                new { row = 2, state = "Ready", text = "可以登记", number = "旧-2025-0007", faults = Array.Empty<object>() },
                new { row = 3, state = "Refused", text = "不能登记", faults = new[] { new { column = "电话", message = "电话号码不对。手机号是11位；固定电话要带区号。", basis = "《信访工作条例》第十九条第一款" }, new { column = "请求", message = "请写明您希望怎么解决，1到10条，一条写一个请求。", basis = "《信访工作条例》第十九条第一款" } } },
                new { row = 4, state = "Known", text = "以前登记过，没有重复登记", petitionId = Story.Id, petitionNumber = Story.Number, faults = Array.Empty<object>() },
            },
            next = "more",
        }, json));
        app.MapPut("/api/intake/imports/{id:guid}", (Guid id) => Results.Json(new { id, partSize = 512 * 1024, largestFile = 128L * 1024 * 1024 }, json, statusCode: 201));
        app.MapPut("/api/intake/imports/{id:guid}/parts/{part:int}", () => Results.NoContent());
        app.MapPost("/api/intake/imports/{id:guid}/{act}", () => Results.Accepted());
    }

    private sealed record Import(
        Guid Id, string State, string StateText, string FileName, long Size, string By, DateTimeOffset At, int Rows, int Ready, int Refused, int Known, int Registered,
        string[] Ignored, string? Failure, string KeptUntil, object[] Acts);

    private static Import View(char kind)
    {
        var id = new Guid($"019cb000-0000-7000-8000-00000000000{kind}");
        var at = new DateTimeOffset(2026, 4, 17, 1, 30, 0, TimeSpan.Zero);
        return kind switch
        {
            '2' => new(id, "Running", "正在登记", "2025年旧台账.xlsx", 40_000_000, "clerk", at, 52_000, 30_000, 1_200, 800, 20_000, [], null, "2026-05-17", [new { act = "Cancel", label = "停止", open = true, consequence = "已经登记的不撤，其余的不再登记" }]),
            '3' => new(id, "Failed", "读不出来", "名单.xlsx", 12_000, "clerk", at, 0, 0, 0, 0, 0, [], "第一行是标题，缺这些列：信访形式、收到日期。请用模板填写。", "2026-05-17", []),
            _ => new(id, "Checked", "试查完，还没有登记", "街道转来的来信.csv", 90_000, "clerk", at, 120, 100, 15, 5, 0, ["备注"], null, "2026-04-24",
                [new { act = "Start", label = "开始登记", open = true, consequence = "登记100件，在后台进行，可以随时停止" }, new { act = "Cancel", label = "不导入了", open = true, consequence = "上传的内容当即删除" }]),
        };
    }
}
