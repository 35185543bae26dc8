using System.Net.Http.Json;
using System.Text.Json;
using Xinfang.ServiceDefaults.Http;
using Xunit;

namespace Xinfang.Testing;

/// <summary>What tests send and read, as programs outside do: JSON, not the service's types.</summary>
public static class JsonSteps
{
    public static Task<HttpResponseMessage> Post(this HttpClient client, string path, object body) =>
        client.PostAsync(new Uri(path, UriKind.Relative), JsonContent.Create(body, options: JsonRules.Client));

    public static Task<HttpResponseMessage> Put(this HttpClient client, string path, object body) =>
        client.PutAsync(new Uri(path, UriKind.Relative), JsonContent.Create(body, options: JsonRules.Client));

    public static Task<HttpResponseMessage> Get(this HttpClient client, string path) => client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Reads the body; any other status fails and shows it.</summary>
    public static async Task<JsonElement> Json(this HttpResponseMessage response, int status = 200)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode} instead of {status}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>Reads a problem and checks its code and article.</summary>
    public static async Task<JsonElement> Problem(this HttpResponseMessage response, int status, string code, string? basis = null)
    {
        var problem = await response.Json(status);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"urn:xinfang:{code}", problem.Text("type"));
        if (basis is not null) Assert.Equal(basis, problem.Text("basis"));
        return problem;
    }

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).ToString();

    public static Guid Id(this JsonElement element) => element.GetProperty("id").GetGuid();
}
