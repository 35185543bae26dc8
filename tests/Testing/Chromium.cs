namespace Xinfang.Testing;

/// <summary>The browser of the tests: Debian's <c>chromium-headless-shell</c>, the engine without the windows that the full program draws unseen for each visitor (a third of the processor time).</summary>
public static class Chromium
{
    /// <summary>Where the package puts it.</summary>
    public const string File = "/usr/bin/chromium-headless-shell";

    /// <summary>No sandbox, because CI runs as root; nothing that asks the network by itself.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
}
