using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Checks;

/// <summary>What the office checks itself by.</summary>
internal enum CheckArea { Selection, Finance, Procurement }

/// <summary>合规检查的一项: passed, or not passed and put right.</summary>
internal sealed class ComplianceCheck
{
    private ComplianceCheck() { } // EF Core

    public Guid Id { get; private init; }
    public CheckArea Area { get; private init; }

    /// <summary>What was checked. Of a selection no candidate is named.</summary>
    public string Item { get; private init; } = "";
    public DateOnly On { get; private init; }
    public bool Passed { get; private init; }
    public string Evidence { get; private init; } = "";

    /// <summary>What was put right, of an item that did not pass.</summary>
    public string? Rectification { get; private set; }
    public DateOnly? RectifiedOn { get; private set; }

    public Article Basis => BasisOf(Area);

    public static Result<ComplianceCheck> Note(Guid id, CheckArea area, string item, DateOnly on, bool passed, string evidence, CurrentCaller caller, DateOnly today)
    {
        if (!caller.Keeps()) return Shared.OfficeOnly;
        if (on > today) return Shared.NotYet;
        return new ComplianceCheck { Id = id, Area = area, Item = item.Trim(), On = on, Passed = passed, Evidence = evidence.Trim() };
    }

    /// <summary>Why this caller may not say that it was put right; null when the act is open.</summary>
    public Refusal? Refuses(CurrentCaller caller) => !caller.Keeps() ? Shared.OfficeOnly
        : Passed ? new("compliance-check.passed", "这一项已经通过，不用整改。", Basis)
        : RectifiedOn is not null ? new("compliance-check.rectified", "这一项已经整改。", Basis) : null;

    public Refusal? Rectify(string text, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(caller) is { } refusal) return refusal;
        (Rectification, RectifiedOn) = (text.Trim(), today);
        return null;
    }

    public static Article BasisOf(CheckArea area) => area switch { CheckArea.Selection => GovernanceLaw.Selection, CheckArea.Finance => GovernanceLaw.Finance, _ => GovernanceLaw.Procurement };

    public static string Words(CheckArea area) => area switch { CheckArea.Selection => "干部选拔任用", CheckArea.Finance => "财务收支", _ => "政府采购" };
}

internal sealed class ComplianceCheckMapping : IEntityTypeConfiguration<ComplianceCheck>
{
    public void Configure(EntityTypeBuilder<ComplianceCheck> builder)
    {
        builder.ToTable("compliance_check").HasKey(each => each.Id);
        builder.Property(each => each.Area).HasConversion<string>();
        builder.Ignore(each => each.Basis);
        builder.HasVersion();
        builder.HasIndex(each => new { each.On, each.Id }).IsDescending();
    }
}
