using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Publishing;

/// <summary>What the calendar has every year by law; null of an item is one that the office has added.</summary>
internal enum PublishingRule
{
    /// <summary>网络信访渠道、通信地址、咨询投诉电话.</summary>
    Channels,

    /// <summary>信访接待的时间和地点.</summary>
    Reception,

    /// <summary>查询办理进展和结果的方式.</summary>
    Progress,

    /// <summary>党内法规和法律、法规、规章.</summary>
    Texts,

    /// <summary>处理程序和便民事项.</summary>
    Procedure,

    /// <summary>政府信息公开工作年度报告.</summary>
    DisclosureReport,

    /// <summary>法治政府建设年度报告, sent to the government.</summary>
    RuleOfLawReportSent,

    /// <summary>法治政府建设年度报告, published.</summary>
    RuleOfLawReport,
}

/// <summary>公开事项: what is to be made public until when, and where it was.</summary>
internal sealed class PublishingItem
{
    private PublishingItem() { } // EF Core

    public Guid Id { get; private init; }
    public int Year { get; private init; }
    public PublishingRule? Rule { get; private init; }
    public string Title { get; private init; } = "";
    public DateOnly DueOn { get; private init; }
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>Address or place.</summary>
    public string? Where { get; private set; }
    public DateOnly? DueSoonToldOn { get; private set; }
    public DateOnly? OverdueToldOn { get; private set; }

    public bool InTime => PublishedOn <= DueOn;

    public Article Basis => PublishingCalendar.BasisOf(Rule);

    public bool OverdueOn(DateOnly day) => PublishedOn is null && DueOn < day;

    /// <summary>What the law asks in a year.</summary>
    public static PublishingItem Lawful(int year, PublishingRule rule) => new() { Id = Guid.CreateVersion7(), Year = year, Rule = rule, Title = PublishingCalendar.TitleOf(rule, year), DueOn = PublishingCalendar.DueOn(rule, year) };

    public static Result<PublishingItem> Plan(Guid id, string title, DateOnly dueOn, CurrentCaller caller, DateOnly today)
    {
        if (!caller.Keeps()) return Shared.OfficeOnly;
        if (dueOn < today) return Shared.PastDay;
        return new PublishingItem { Id = id, Year = dueOn.Year, Title = title.Trim(), DueOn = dueOn };
    }

    /// <summary>Why this caller may not say that it was published; null when the act is open.</summary>
    public Refusal? Refuses(CurrentCaller caller) => !caller.Keeps() ? Shared.OfficeOnly : PublishedOn is not null ? new("publishing.published", "这一项已经登记公开。", Basis) : null;

    public Refusal? Publish(DateOnly on, string where, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(caller) is { } refusal) return refusal;
        if (on > today) return Shared.NotYet;
        (PublishedOn, Where) = (on, where.Trim());
        return null;
    }

    /// <summary>Notes once that it is due soon and once that it is overdue; null when there is nothing to remind of.</summary>
    public string? Remind(DateOnly today)
    {
        if (PublishedOn is not null) return null;
        if (DueOn < today && OverdueToldOn is null)
        {
            OverdueToldOn = today;
            return "PublishingOverdue";
        }
        if (DueOn >= today && DueOn.AddDays(-PublishingCalendar.DaysBefore) <= today && DueSoonToldOn is null)
        {
            DueSoonToldOn = today;
            return "PublishingDueSoon";
        }
        return null;
    }
}

internal sealed class PublishingItemMapping : IEntityTypeConfiguration<PublishingItem>
{
    public void Configure(EntityTypeBuilder<PublishingItem> builder)
    {
        builder.ToTable("publishing_item").HasKey(each => each.Id);
        builder.Property(each => each.Rule).HasConversion<string>();
        builder.Ignore(each => each.InTime).Ignore(each => each.Basis);
        builder.HasVersion();
        builder.HasIndex(each => new { each.Year, each.Rule }).IsUnique();
        builder.HasIndex(each => new { each.Year, each.DueOn, each.Id });
    }
}
