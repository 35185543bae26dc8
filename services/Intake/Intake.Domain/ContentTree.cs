using System.Collections.Frozen;
using System.Globalization;
using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>One line of the tree of contents (handbook 7.5).</summary>
/// <param name="Code">2+2+2 digits.</param>
/// <param name="Retired">停用: not chosen any more; what was classified under it stays.</param>
public sealed record ContentCode(string Code, string Name, bool Retired = false)
{
    public int Level => Code.EndsWith("0000", StringComparison.Ordinal) ? 1 : Code.EndsWith("00", StringComparison.Ordinal) ? 2 : 3;

    /// <summary>The line above; null on the first level.</summary>
    public string? Parent => Level switch { 1 => null, 2 => $"{Code[..2]}0000", _ => $"{Code[..4]}00" };
}

/// <summary>内容分类表: the names in general use and what the district has added, renamed or retired. A code is never given twice.</summary>
public sealed class ContentTree
{
    private static readonly Refusal Unknown = new("content.unknown", "没有这一类。", PetitionRegulations.Registration, RefusalKind.Invalid);
    private static readonly Refusal BadName = new("content.name", "名称写2到20个字。", PetitionRegulations.Registration, RefusalKind.Invalid);
    private static readonly Refusal SameName = new("content.same-name", "同一级里已经有这个名称。", PetitionRegulations.Registration, RefusalKind.Invalid);
    private static readonly Refusal TooDeep = new("content.too-deep", "分类最多三级。", PetitionRegulations.Registration, RefusalKind.Invalid);
    private static readonly Refusal Full = new("content.full", "这一类下面已经有99类，不能再加。", PetitionRegulations.Registration);
    private static readonly Refusal Needed = new("content.needed", "“其他”不能停用，说不清的件要有地方放。", PetitionRegulations.Registration);
    private static readonly Refusal HasChildren = new("content.children", "下面还有在用的类，先停用它们。", PetitionRegulations.Registration);
    private static readonly Refusal ParentRetired = new("content.parent-retired", "上一级已经停用，先启用上一级。", PetitionRegulations.Registration);
    private static readonly Refusal Unchanged = new("content.unchanged", "和现在一样，没有要改的。", PetitionRegulations.Registration);

    private readonly FrozenDictionary<string, ContentCode> _byCode;

    /// <param name="changed">The last state of each line that the district has added or changed.</param>
    public ContentTree(IEnumerable<ContentCode> changed)
    {
        var lines = ContentCodes.All.ToDictionary(line => line.Code, line => new ContentCode(line.Code, line.Name), StringComparer.Ordinal);
        foreach (var line in changed) lines[line.Code] = line;
        _byCode = lines.ToFrozenDictionary(StringComparer.Ordinal);
        All = [.. lines.Values.OrderBy(line => line.Code, StringComparer.Ordinal)];
    }

    /// <summary>The names in general use alone.</summary>
    public static ContentTree General { get; } = new([]);

    /// <summary>In the order of the codes, each below the line above it.</summary>
    public IReadOnlyList<ContentCode> All { get; }

    /// <summary>It may be chosen.</summary>
    public bool IsOpen(string? code) => code is not null && _byCode.TryGetValue(code, out var line) && !line.Retired;

    /// <summary>城乡建设·物业服务; the code itself for one the tree has lost.</summary>
    public string NameOf(string code) => !_byCode.TryGetValue(code, out var line) ? code : line.Parent is { } parent && _byCode.ContainsKey(parent) ? $"{NameOf(parent)}·{line.Name}" : line.Name;

    /// <summary>Adds a line under another; its code is the next one free.</summary>
    public Result<ContentCode> Add(string? parent, string? name)
    {
        if (parent is null || !_byCode.TryGetValue(parent, out var above)) return Unknown;
        if (above.Level == 3) return TooDeep;
        if (above.Retired) return ParentRetired;
        if (NameRefused(name, Under(above), null) is { } refusal) return refusal;
        var (start, end) = above.Level == 1 ? (parent[..2], "00") : (parent[..4], "");
        var used = Under(above).Select(line => int.Parse(line.Code.AsSpan(start.Length, 2), CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
        return used >= 99 ? Full : new ContentCode(string.Create(CultureInfo.InvariantCulture, $"{start}{used + 1:00}{end}"), name!.Trim());
    }

    /// <summary>Renames, retires or takes back into use.</summary>
    public Result<ContentCode> Change(string code, string? name, bool? retired)
    {
        if (!_byCode.TryGetValue(code, out var line)) return Unknown;
        var changed = line with { Name = name?.Trim() ?? line.Name, Retired = retired ?? line.Retired };
        if (changed == line) return Unchanged;
        if (NameRefused(changed.Name, All.Where(other => other.Level == line.Level && other.Parent == line.Parent), code) is { } refusal) return refusal;
        if (changed.Retired && code == ContentCodes.Other) return Needed;
        if (changed.Retired && Under(line).Any(child => !child.Retired)) return HasChildren;
        return !changed.Retired && line.Parent is { } parent && !IsOpen(parent) ? ParentRetired : changed;
    }

    private IEnumerable<ContentCode> Under(ContentCode above) => All.Where(line => line.Parent == above.Code);

    private static Refusal? NameRefused(string? name, IEnumerable<ContentCode> siblings, string? besides) =>
        name?.Trim().Length is not (>= 2 and <= 20) ? BadName : siblings.Any(line => line.Code != besides && line.Name == name.Trim()) ? SameName : null;
}
