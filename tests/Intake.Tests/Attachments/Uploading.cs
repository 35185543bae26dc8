using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Xinfang.Intake.Api.Attachments;

namespace Xinfang.Intake.Tests.Attachments;

/// <summary>What the tests of attachments send.</summary>
internal static class Uploading
{
    public static readonly byte[] Pdf = [.. "%PDF-1.7\n虚构合同：安和里虚构楼3号\n%%EOF"u8];

    /// <summary>A key as a page makes it.</summary>
    public static string NewKey() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    public static HttpClient WithKey(this HttpClient client, string key)
    {
        client.DefaultRequestHeaders.Add(UploadKeys.Header, key);
        return client;
    }

    public static Task<HttpResponseMessage> Upload(this HttpClient client, byte[] content, string name = "合同.pdf", Guid? id = null) => client.Upload(new ByteArrayContent(content), name, id);

    public static async Task<HttpResponseMessage> Upload(this HttpClient client, HttpContent content, string name, Guid? id = null)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/uploads/{id ?? Guid.CreateVersion7()}") { Content = content };
        request.Headers.Add(UploadFile.NameHeader, Uri.EscapeDataString(name));
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public static async Task<JsonElement> Uploaded(this HttpClient client, byte[] content, string name = "合同.pdf", Guid? id = null) =>
        await (await client.Upload(content, name, id)).Json(201);

    /// <summary>A petition with these files.</summary>
    public static async Task<(Journey.Filed Filed, IReadOnlyList<Guid> Attachments)> Submitted(this IntakeApp app, string key, params (byte[] Content, string Name)[] files)
    {
        var client = app.Public().WithKey(key);
        List<Guid> ids = [];
        foreach (var (content, name) in files) ids.Add((await client.Uploaded(content, name)).Id());
        var form = Wire.Form();
        form["attachments"] = ids;
        var answer = await (await client.Submit(form)).Json(201);
        return (new(answer.Id(), answer.Text("number"), answer.Text("queryCode")), ids);
    }

    public static async Task<Journey.Filed> Routed(this IntakeApp app, Journey.Filed filed, string organ = "120104-zjw", string category = "Redress")
    {
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/classification", new { category, contentCode = "030000", urgent = false })).Json();
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/forwarding", new { organ, reason = "房屋共用管道归区住建委管。" })).Json();
        return filed;
    }

    public static async Task<byte[]> Downloaded(this HttpClient client, Journey.Filed filed, Guid attachment)
    {
        var answer = await client.Get($"/petitions/{filed.Id}/attachments/{attachment}");
        Assert.True(answer.IsSuccessStatusCode, await answer.Body());
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
