namespace Xinfang.Gateway.Limits;

/// <summary>The one address where a form with a file is posted by people without a script. Programs send files in parts below the ordinary limit.</summary>
internal static class LargeFiles
{
    /// <summary>128 MiB of file, and what the form adds.</summary>
    private const long Import = 129L * 1024 * 1024;

    /// <summary>Null: the ordinary limit holds.</summary>
    public static long? LargestOf(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.Equals("/desk/import/file", StringComparison.OrdinalIgnoreCase) ? Import : null;
}
