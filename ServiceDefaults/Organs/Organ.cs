namespace Xinfang.ServiceDefaults.Organs;

/// <summary>What an organ is, which decides who may hold a petition and who reviews its opinion (art. 35, 36).</summary>
public enum OrganKind
{
    /// <summary>区信访办: registers, forwards and supervises, never decides (art. 14).</summary>
    Office,

    /// <summary>街道办事处.</summary>
    Street,

    /// <summary>区政府工作部门.</summary>
    Department,

    /// <summary>垂直管理 or 派出机构 of a municipal organ: reviewed by that organ, not by the district government.</summary>
    Vertical,

    /// <summary>党委工作部门.</summary>
    Party,

    /// <summary>纪委监委: the only organ an accusation may be forwarded to (art. 30).</summary>
    Discipline,

    /// <summary>人民法院 (art. 31 item 1).</summary>
    Court,

    /// <summary>人民检察院 (art. 31 item 1).</summary>
    Procuratorate,

    /// <summary>上一级机关: reviews and rechecks only; petitions are not forwarded to it by the district office.</summary>
    Superior,
}

/// <summary>机关、单位 of the district, or above it as 复查 or 复核 body.</summary>
public sealed record Organ
{
    /// <summary>Dot-free: a street's nine digits, or division code, hyphen, slug (120104-zjw).</summary>
    public required string Code { get; init; }

    /// <summary>Full official name, as on documents.</summary>
    public required string Name { get; init; }

    /// <summary>Name in sentences: 区住建委.</summary>
    public required string ShortName { get; init; }

    /// <summary>机关代字 at the head of document numbers: 津南开住建.</summary>
    public required string DocumentCode { get; init; }

    /// <summary>What it is.</summary>
    public required OrganKind Kind { get; init; }

    /// <summary>Made-up telephone (022-0000 ....).</summary>
    public required string Phone { get; init; }

    /// <summary>Code of the 上一级机关; null for the topmost ones.</summary>
    public string? Superior { get; init; }

    /// <summary>Code of the organ that took over its duties when it was abolished or merged (art. 24 para. 2).</summary>
    public string? Successor { get; init; }

    /// <summary>First day of existence; null: longer than records go.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of existence; null: it exists.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>职责目录: words of a petition that speak for this organ when routing is proposed.</summary>
    public IReadOnlyList<string> Duties { get; init; } = [];

    /// <summary>Nine digits of the street, null when it is not one.</summary>
    public string? Street => Kind == OrganKind.Street ? Code : null;

    /// <summary>Whether it exists on that day.</summary>
    public bool ExistsOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}
