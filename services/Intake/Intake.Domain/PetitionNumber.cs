using System.Globalization;
using System.Text.RegularExpressions;

namespace Xinfang.Intake.Domain;

/// <summary>信访编号: <c>120104-20260302-0001</c>. The district, the day of registration in Beijing, a number of at least four digits.</summary>
public static partial class PetitionNumber
{
    /// <summary>GB/T 2260: 天津市南开区.</summary>
    public const string District = "120104";

    public static string Of(DateOnly registeredOn, int sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{District}-{registeredOn:yyyyMMdd}-{sequence:0000}");

    /// <summary>The number as stored, from what somebody typed: without surrounding spaces, full-width signs made narrow. Null when it is none.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 40) return null;
        var text = typed.Normalize(System.Text.NormalizationForm.FormKC).Trim();
        return Form().IsMatch(text) ? text : null;
    }

    [GeneratedRegex("^[0-9]{6}-[0-9]{8}-[0-9]{4,9}$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
