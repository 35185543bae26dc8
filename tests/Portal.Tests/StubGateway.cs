using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Xinfang.Portal.Tests;

/// <summary>Stands where the gateway stands: what the Portal does not own. Answers in the shapes of the services and notes what it was asked.</summary>
internal sealed class StubGateway : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private readonly WebApplication _app;

    /// <summary>Method, path and body, in the order they came.</summary>
    public ConcurrentQueue<(string Method, string Path, string Body, IHeaderDictionary Headers)> Asked { get; } = new();

    /// <summary>Answered instead, once, for a POST below this path.</summary>
    public ConcurrentDictionary<string, (int Status, object Problem)> Refusals { get; } = new();

    public string Address { get; private set; } = "";

    public StubGateway()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Use(Note);
        MapIntake();
        SearchStub.Map(_app, Json);
        TrainingStub.Map(_app, Json);
        WarningStub.Map(_app, Json);
        AlarmStub.Map(_app, Json);
        MapCases();
        SupervisionStub.Map(_app, Json);
        WorkStub.Map(_app, Json);
        GovernanceStub.Map(_app, Json);
        LawStub.Map(_app, Json);
        InsightStub.Map(_app, Json);
        ReportStub.Map(_app, Json);
    }

    public async Task Start()
    {
        await _app.StartAsync();
        Address = _app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Note(HttpContext http, RequestDelegate next)
    {
        http.Request.EnableBuffering();
        using var reader = new StreamReader(http.Request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        http.Request.Body.Position = 0;
        Asked.Enqueue((http.Request.Method, http.Request.Path, body, new HeaderDictionary(http.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value))));
        if (Refusals.TryRemove(http.Request.Path, out var refusal))
        {
            await Results.Json(refusal.Problem, Json, "application/problem+json", refusal.Status).ExecuteAsync(http);
            return;
        }
        await next(http);
    }

    /// <summary>Files by the key of their form: name and size.</summary>
    public ConcurrentDictionary<string, ConcurrentDictionary<Guid, (string Name, int Size)>> Uploads { get; } = new();

    private void MapUploads()
    {
        ConcurrentDictionary<Guid, (string Name, int Size)> Of(HttpRequest request) => Uploads.GetOrAdd(request.Headers["X-Upload-Key"].ToString(), _ => new());
        _app.MapGet("/api/intake/uploads", (HttpRequest request) => Results.Json(new
        {
            items = Of(request).OrderBy(file => file.Key).Select(file => new { id = file.Key, name = file.Value.Name, typeName = "照片", size = file.Value.Size, kind = "Material", opens = true, at = DateTimeOffset.UnixEpoch }),
            limits = new { fileBytes = 50 << 20, files = 20, totalBytes = 200 << 20, types = new[] { new { code = "Jpeg", name = "照片", extensions = new[] { ".jpg", ".jpeg" } } } },
        }, Json));
        _app.MapPut("/api/intake/uploads/{id:guid}", async (Guid id, HttpRequest request) =>
        {
            using var content = new MemoryStream();
            await request.Body.CopyToAsync(content);
            var name = Uri.UnescapeDataString(request.Headers["X-File-Name"].ToString());
            if (name.EndsWith(".exe", StringComparison.Ordinal)) return Problem(422, "attachment.type", "不收这种文件。");
            Of(request)[id] = (name, (int)content.Length);
            return Results.Json(new { id }, Json, statusCode: 201);
        });
        _app.MapDelete("/api/intake/uploads/{id:guid}", (Guid id, HttpRequest request) => Of(request).TryRemove(id, out _) ? Results.NoContent() : Problem(404, "attachment.not-found", "没有这个文件。"));
        _app.MapGet("/api/intake/petitions/{id:guid}/attachments/{attachment:guid}", () => Results.File("%PDF-1.7"u8.ToArray(), "application/pdf", "合同.pdf"));
    }

    private void MapIntake()
    {
        MapUploads();
        _app.MapPost("/api/intake/petitions", () => Results.Json(Story.Filed(), Json, statusCode: 201));
        _app.MapPut("/api/intake/petitions/{id:guid}", () => Results.Json(Story.Filed("120104-20260417-0013"), Json, statusCode: 201));
        _app.MapPost("/api/intake/progress/tickets", async (HttpRequest request) =>
        {
            var asked = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, Json);
            return asked.GetProperty("number").GetString() == Story.Number && asked.GetProperty("queryCode").GetString() == Story.Code
                ? Results.Json(new { ticket = "ticket-of-the-stub", expiresAt = DateTimeOffset.MaxValue }, Json)
                : Problem(404, "progress.not-found", "编号、查询码或者后四位对不上，请对照回执再填一遍。");
        });
        _app.MapGet("/api/intake/progress", (HttpRequest request) => request.Headers["X-Petition-Ticket"] == "ticket-of-the-stub"
            ? Results.Json(Story.Progress, Json) : Problem(401, "ticket.required", "请先用信访编号和查询码查进度。"));
        _app.MapGet("/api/intake/progress/documents/{id:guid}", () => Results.Json(Story.Document("信访回执"), Json));
        _app.MapPost("/api/intake/progress/rating", () => Results.Json(new { }, Json));
        _app.MapPost("/api/intake/progress/supplements", () => Results.Json(new { number = 2 }, Json));
        _app.MapGet("/api/intake/catalogue", () => Results.Json(new { contents = new[] { new { code = "030000", name = "城乡建设" }, new { code = "070000", name = "民政" } } }, Json));
        _app.MapGet("/api/intake/petitions", (string? state) => Results.Json(state == "Returned" ? new { items = Array.Empty<object>(), next = (string?)null } : Story.IntakeRows, Json));
        _app.MapGet("/api/intake/petitions/counts", () => Results.Json(new { toRoute = 2, returned = 0, routed = 5, all = 7, dueSoon = 1, overdue = 1, callBacks = 1, callBackOverdue = false }, Json));
        _app.MapGet("/api/intake/petitions/{id:guid}", (Guid id) => id.ToString()[^1] switch
        {
            '1' => Results.Json(Story.IntakePetition(false, false), Json),
            '2' => Results.Json(Story.IntakePetition(true, false), Json),
            '3' => Results.Json(Story.IntakePetition(false, true), Json),
            '4' => Results.Json(Story.IntakePetition(false, false, held: true), Json),
            _ => Problem(404, "petition.not-found", "没有这个事项。可能编号不对，也可能不归您办。"),
        });
        _app.MapGet("/api/intake/petitions/{id:guid}/dossier", () => Results.Json(Story.Dossier, Json));
        _app.MapGet("/api/intake/petitions/{id:guid}/rating", () => Results.Json(new { rated = true, organ = new { code = "120104-zjw", name = "区住建委" }, office = "Satisfied", organScore = "Dissatisfied", organReason = "拖得久" }, Json));
        _app.MapGet("/api/intake/petitions/{id:guid}/record/verification", () => Results.Json(new { intact = true, entries = 1 }, Json));
        _app.MapGet("/api/intake/petitions/{id:guid}/documents/{document:guid}", () => Results.Json(Story.Document("转送函"), Json));
        _app.MapPost("/api/intake/petitions/{id:guid}/{**act}", () => Results.Json(new { }, Json));
        _app.MapGet("/api/intake/petitions/{id:guid}/messages", () => Results.Json(Story.Messages, Json));
        _app.MapGet("/api/intake/progress/messages", () => Results.Json(Story.Messages, Json));
        foreach (var own in new[] { "chases", "withdrawal", "messages", "retaliation" }) _app.MapPost($"/api/intake/progress/{own}", () => Results.Json(new { }, Json));
        _app.MapGet("/api/intake/petitions/{id:guid}/candidates", () => Results.Json(RepeatStory.Candidates, Json));
        _app.MapGet("/api/intake/petitions/{id:guid}/candidates/{other:guid}", (Guid other) => Results.Json(RepeatStory.Compared(other == Story.Acceptance), Json));
        _app.MapGet("/api/intake/contents", () => Results.Json(RepeatStory.Contents, Json));
        _app.MapPost("/api/intake/contents/{**code}", () => Results.Json(new { }, Json));
        _app.MapGet("/api/intake/recognition", () => Results.Json(RepeatStory.Recognition, Json));
        _app.MapPost("/api/intake/recognition/{question}/use", () => Results.Json(new { }, Json));
        _app.MapGet("/api/intake/escalations", () => Results.Json(Story.Escalations, Json));
        _app.MapGet("/api/intake/call-backs", () => Results.Json(Story.CallBacks, Json));
        ImportStub.Map(_app, Json);
        HallStub.Map(_app, Json);
        DataStub.Map(_app, Json);
        PeopleStub.Map(_app, Json);
        _app.MapPost("/api/intake/petitions/forwarding", async (HttpRequest request) =>
        {
            var asked = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, Json);
            var ids = asked.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()).ToList();
            return Results.Json(new { items = ids.Select((id, n) => n == 0
                ? new { id, forwarded = true, letterNumber = (string?)"津南开信转〔2026〕18号", code = (string?)null, reason = (string?)null, basis = (string?)null }
                : new { id, forwarded = false, letterNumber = (string?)null, code = (string?)"petition.held", reason = (string?)"clerk-2正在办这一件，到10:15自动放开。", basis = (string?)"《信访工作条例》第二十二条第一款" }) }, Json);
        });
        _app.MapGet("/api/case-handling/petitions/{id:guid}/contestations", () => Results.Json(new { items = new[] { new { round = 1, organ = "120104-cgw", contestedOn = "2026-03-12", by = "120104-cgw.officer", reason = "该处管道由区住建委负责维修。", proposedOrgan = "120104-zjw", agreed = true, decidedOn = "2026-03-13", decision = "同意收回。" } } }, Json));
        _app.MapGet("/api/intake/incidents", () => Results.Json(Story.Incidents, Json));
        _app.MapGet("/api/intake/petitions/{id:guid}/identity/readings", () => Results.Json(Story.IdentityReadings, Json));
        _app.MapGet("/api/intake/identity-readings", () => Results.Json(Story.IdentityReadings, Json));
        _app.MapGet("/api/intake/identity-openings", () => Results.Json(Story.IdentityOpenings, Json));
        _app.MapPost("/api/intake/petitions/{id:guid}/identity/openings", () => Results.Json(new { }, Json));
        _app.MapPost("/api/intake/identity-openings/{id}/decision", () => Results.Json(new { }, Json));
        _app.MapPost("/api/intake/petitions/{id:guid}/identity", Story.Identity);
        _app.MapGet("/api/intake/retaliation", () => Results.Json(Story.Retaliation, Json));
    }

    private void MapCases()
    {
        _app.MapGet("/api/case-handling/petitions", (string? box) => Results.Json(box == "Done" ? new { items = Array.Empty<object>(), next = (string?)null } : Story.CaseRows, Json));
        _app.MapGet("/api/case-handling/petitions/counts", () => Results.Json(new { all = 5, toClaim = 1, toAccept = 0, handling = 3, toCheck = 1, toSign = 1, toServe = 0, toComplete = 0, contested = 1, done = 0, overdue = 1 }, Json));
        _app.MapGet("/api/case-handling/petitions/{id:guid}", (Guid id) => id == Story.Id ? Results.Json(Story.Case, Json) : Problem(404, "petition.not-found", "没有这个事项。可能编号不对，也可能不归您办。"));
        _app.MapGet("/api/case-handling/petitions/{id:guid}/documents/{document:guid}", () => Results.Json(Story.Document("受理告知书"), Json));
        _app.MapGet("/api/case-handling/quality/defects", () => Results.Json(new
        {
            from = "2026-04-01", to = "2026-04-17",
            rows = new object[] { new { organ = "120104-zjw", officer = "120104-zjw.officer", code = "L04", severity = "Error", source = "Checks", documents = 2, defects = 3 }, new { organ = "120104-zjw", officer = "120104-zjw.officer", code = "H05", severity = "Error", source = "Sample", documents = 1, defects = 1 } },
        }, Json));
        _app.MapGet("/api/case-handling/quality/samples", () => Results.Json(new
        {
            month = "2026-04", share = 0.1, documents = 9,
            items = new object[] { new { documentId = Story.Acceptance, petitionId = Story.Id, organ = "120104-zjw", number = "津南开住建信理〔2026〕7号", issuedOn = "2026-04-10" } },
        }, Json));
        _app.MapGet("/api/case-handling/petitions/{id:guid}/opinion", () => Results.Json(Story.Opinion, Json));
        _app.MapGet("/api/case-handling/petitions/{id:guid}/reviews", () => Results.Json(Story.Right, Json));
        _app.MapGet("/api/case-handling/petitions/{id:guid}/care", () => Results.Json(Story.Care, Json));
        _app.MapGet("/api/case-handling/petitions/{id:guid}/publication", () => Results.Json(Story.Publication, Json));
        _app.MapGet("/api/case-handling/replies", () => Results.Json(new { items = new[] { Story.Reply }, next = "older" }, Json));
        _app.MapGet("/api/case-handling/replies/{id:guid}", (Guid id) => id == Story.Id ? Results.Json(Story.Reply, Json) : Problem(404, "not-found", "没有这份答复。"));
        _app.MapGet("/api/case-handling/reviews", () => Results.Json(Story.ReviewRows, Json));
        _app.MapGet("/api/case-handling/reviews/counts", () => Results.Json(new { all = 2, toAccept = 1, handling = 1, toServe = 0, done = 0, against = 0, overdue = 1 }, Json));
        _app.MapGet("/api/case-handling/reviews/{id:guid}", () => Results.Json(Story.Review, Json));
        _app.MapPut("/api/case-handling/reviews/{id:guid}", () => Results.Json(new { }, Json));
        _app.MapPost("/api/case-handling/reviews/{id:guid}/{act}", () => Results.Json(new { }, Json));
        _app.MapPost("/api/case-handling/petitions/{id:guid}/{**act}", () => Results.Json(new { }, Json));
    }

    private static IResult Problem(int status, string code, string title) =>
        Results.Json(new { type = $"urn:xinfang:{code}", title, status, traceId = "0" }, Json, "application/problem+json", status);
}
