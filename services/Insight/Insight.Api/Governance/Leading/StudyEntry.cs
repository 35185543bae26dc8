using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Leading;

/// <summary>领导学法的一次, entered by whoever studied. Training counts the office's study without persons; this is the first person responsible's own.</summary>
internal sealed class StudyEntry
{
    private StudyEntry() { } // EF Core

    public Guid Id { get; private init; }
    public string Title { get; private init; } = "";
    public DateOnly On { get; private init; }
    public decimal Hours { get; private init; }
    public string By { get; private init; } = "";

    public static Result<StudyEntry> Enter(Guid id, string title, DateOnly on, decimal hours, CurrentCaller caller, DateOnly today) =>
        !caller.Has(Duty.Lead) ? Shared.LeaderOnly : on > today ? Shared.NotYet : new StudyEntry { Id = id, Title = title.Trim(), On = on, Hours = hours, By = caller.Account };
}

internal sealed class StudyEntryMapping : IEntityTypeConfiguration<StudyEntry>
{
    public void Configure(EntityTypeBuilder<StudyEntry> builder)
    {
        builder.ToTable("study_entry").HasKey(each => each.Id);
        builder.Property(each => each.Hours).HasPrecision(5, 1);
        builder.HasIndex(each => new { each.On, each.Id }).IsDescending();
    }
}
