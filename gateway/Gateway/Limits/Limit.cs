namespace Xinfang.Gateway.Limits;

/// <summary>What is counted apart.</summary>
internal enum Limit
{
    /// <summary>Filing a petition.</summary>
    Submit,

    /// <summary>Guessing at a number and query code.</summary>
    Query,

    /// <summary>Typing a password.</summary>
    SignIn,

    /// <summary>Sending a file.</summary>
    Upload,

    /// <summary>Everything else under /api, /connect and /openapi.</summary>
    Api,
}

/// <summary>Which limit a request falls under. Pages have none: what they ask for is counted when they ask.</summary>
internal static class LimitOf
{
    /// <summary>Null: not limited.</summary>
    public static Limit? Request(HttpRequest request)
    {
        var path = (request.Path.Value ?? "").AsSpan().TrimEnd('/');
        if (Begins(path, "/api"))
        {
            if (BodyLimits.IsFile(request)) return Limit.Upload;
            if (!HttpMethods.IsPost(request.Method)) return Limit.Api;
            if (Is(path, "/api/intake/petitions")) return Limit.Submit;
            return Is(path, "/api/intake/progress/tickets") ? Limit.Query : Limit.Api;
        }
        if (HttpMethods.IsPost(request.Method) && Is(path, "/account/sign-in")) return Limit.SignIn;
        return Begins(path, "/connect") || Begins(path, "/openapi") ? Limit.Api : null;
    }

    // As routing compares: a capital letter must not be a way round.
    private static bool Is(ReadOnlySpan<char> path, string wanted) => path.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private static bool Begins(ReadOnlySpan<char> path, string wanted)
        => path.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) && (path.Length == wanted.Length || path[wanted.Length] == '/');
}
