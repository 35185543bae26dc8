using Xinfang.Portal.Parts;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Portal.Desk.Training;

/// <summary>Organs as people type them: short names or codes.</summary>
internal static class OrganNames
{
    private static readonly char[] Between = ['、', '，', ',', ' ', '　', '\n', ';', '；'];

    /// <summary>The codes; what is not known is refused at the field.</summary>
    public static List<string> Read(FormState form, string field)
    {
        List<string> codes = [];
        foreach (var name in form[field].Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Organs.OfDistrict.FirstOrDefault(organ => organ.ShortName == name || organ.Code == name || organ.Name == name) is { } organ) codes.Add(organ.Code);
            else form.Refuse(field, $"没有“{name}”这个单位，请写简称，例如：区住建委、兴南街道");
        }
        return codes;
    }

    /// <summary>全区, or the short names.</summary>
    public static string Of(IReadOnlyList<string> codes) => codes.Count == 0 ? "全区" : string.Join("、", codes.Select(code => Organs.Find(code)?.ShortName ?? code));
}
