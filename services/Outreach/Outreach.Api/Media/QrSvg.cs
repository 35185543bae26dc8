using System.Globalization;
using System.Text;
using QRCoder;

namespace Xinfang.Outreach.Api.Media;

/// <summary>A QR code for screens.</summary>
internal static class QrSvg
{
    /// <summary>The code with its quiet zone.</summary>
    /// <param name="attributes">Of the svg element, written here and never typed by anybody.</param>
    public static string Of(string address, string attributes)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var (size, path) = (code.ModuleMatrix.Count, new StringBuilder());
        for (var y = 0; y < size; y++)
            for (var x = 0; x < size; x++)
                if (code.ModuleMatrix[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return $"<svg {attributes} viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/><path d=\"{path}\"/></svg>";
    }
}
