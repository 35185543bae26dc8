using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Documents.Rendering;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Intake.Api.Printing;

/// <summary>The faces of PDF files. Without them everything else works; a PDF is refused in words.</summary>
internal sealed partial class PrintFonts(ILogger<PrintFonts> log) : IDisposable
{
    private SharedFonts? _shared;

    /// <summary>The faces; null when the machine has none.</summary>
    public PaperFonts? Faces() => LazyInitializer.EnsureInitialized(ref _shared, () => new(LogMissing)).Faces();

    public static ProblemHttpResult Missing() => Problems.Of("document.fonts-missing",
        "这台服务器没有装中文字体，暂时不能生成PDF。可以先下载Word格式。", StatusCodes.Status503ServiceUnavailable);

    public void Dispose() => _shared?.Dispose();

    [LoggerMessage(Level = LogLevel.Error, Message = "No PDF can be written: the fonts are missing")]
    private partial void LogMissing(Exception exception);
}
