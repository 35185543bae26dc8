using System.Net;
using System.Text.RegularExpressions;
using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Xinfang.Testing;

namespace Xinfang.AppHost.Tests;

public partial class LookingAtTheOperationsPage
{
    [Fact]
    public async Task Shows_resources_masks_secrets_and_needs_no_script()
    {
        await using var application = await Given.ARunningSampleAsync("--XINFANG_OPERATIONS=true", "--servers=true");
        using var client = Client(application);

        var overview = await client.AskAsync("/");
        foreach (var name in new[] { "sample", "sample-migrations", "messaging", "cache", "postgres", "sampledb" }) Assert.Contains($"/resources/{name}\"", overview);
        var detail = await client.AskAsync("/resources/sample");
        Assert.Contains("ConnectionStrings__sampledb", detail);
        Assert.Contains("Password=******;Database=sampledb", detail);

        var secret = await application.CreateHttpClient("sample").AskAsync("/environment/SAMPLE_SECRET");
        var database = (await application.GetConnectionStringAsync("sampledb", TestContext.Current.CancellationToken))!.Split("Password=")[1].Split(';')[0];
        foreach (var page in new[] { overview, detail, await client.AskAsync("/logs"), await client.AskAsync("/logs.txt") })
        {
            Assert.DoesNotContain(secret, page);
            Assert.DoesNotContain(database, page);
            Assert.DoesNotContain("<script", page);
            Assert.DoesNotContain("style=", page);
        }
    }

    [Fact]
    public async Task Finds_lines_in_the_logs_and_gives_them_as_a_file()
    {
        await using var application = await Given.ARunningSampleAsync("--XINFANG_OPERATIONS=true");
        using var client = Client(application);

        Assert.Contains("<mark>Content root</mark>", await client.AskAsync("/logs?resource=sample&q=Content+root"));
        var file = await client.AskAsync("/logs.txt?resource=sample&q=content+root");
        Assert.Contains("Content root path", file);
        Assert.Single(file.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("http-equiv=\"refresh\"", await client.AskAsync("/logs?live=true"));
    }

    [Fact]
    public async Task A_command_needs_the_token_of_the_page_and_its_own_origin()
    {
        await using var application = await Given.ARunningSampleAsync("--XINFANG_OPERATIONS=true");
        using var client = Client(application);
        var before = application.Pid("sample");
        var token = Token().Match(await client.AskAsync("/resources/sample/commands/restart")).Groups[1].Value;

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(client, "wrong", null));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(client, token, "http://elsewhere.example"));
        Assert.Equal(before, application.Pid("sample"));

        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(client, token, null));
        await application.HealthyAsync("sample");
        Assert.NotEqual(before, application.Pid("sample"));
    }

    [Fact]
    public async Task Another_name_for_this_machine_is_not_answered()
    {
        await using var application = await Given.ARunningSampleAsync("--XINFANG_OPERATIONS=true");
        using var client = Client(application);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "rebound.example" } };

        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    private static HttpClient Client(DistributedApplication application)
        => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = application.OperationsPage };

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string token, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/resources/sample/commands/restart") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = token }) };
        if (origin is not null) request.Headers.Add("Origin", origin);
        return (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }

    [GeneratedRegex("name=\"token\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Token();
}
