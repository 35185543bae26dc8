using System.Net.Http.Headers;
using System.Text;

namespace Xinfang.EndToEnd.Tests.Interfaces;

/// <summary>A request to be sent, described so that it can be told which one failed.</summary>
/// <param name="What">What is bad about it.</param>
/// <param name="MustBeRefused">Nothing of this kind may ever be accepted.</param>
internal sealed record Sent(string What, string Method, string Path, bool MustBeRefused)
{
    public byte[]? Body { get; init; }
    public string? ContentType { get; init; }
    public string? Bearer { get; init; }
    public string? Ticket { get; init; }
    public string? IdempotencyKey { get; init; }
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Asks first whether the body is wanted, so that the answer to one far too large can be read.</summary>
    public bool AskFirst { get; init; }

    public HttpRequestMessage ToRequest()
    {
        // As written: Uri would tidy up what is meant to be untidy.
        var request = new HttpRequestMessage(new HttpMethod(Method), Path);
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Body);
            if (ContentType is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }
        if (Bearer is not null) request.Headers.TryAddWithoutValidation("Authorization", Bearer);
        if (Ticket is not null) request.Headers.TryAddWithoutValidation("X-Petition-Ticket", Ticket);
        if (IdempotencyKey is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", IdempotencyKey);
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
        if (AskFirst) request.Headers.ExpectContinue = true;
        return request;
    }

    public Sent WithJson(string json) => this with { Body = Encoding.UTF8.GetBytes(json), ContentType = "application/json" };

    public override string ToString() => $"{Method} {(Path.Length > 160 ? Path[..160] + "…" : Path)}: {What}{(Body is null ? "" : $" [{Show(Body)}]")}";

    private static string Show(byte[] body) => Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, 300));
}
