using Xinfang.Law;

namespace Xinfang.Insight.Api.Warnings.Rules;

/// <summary>Looks at what is kept of the petitions and says what stands out.</summary>
internal interface IWarningRule
{
    WarningRule Rule { get; }

    /// <summary>For so many days a finding about the same subject is not told again; 0 where the key alone decides.</summary>
    int Silence { get; }

    Task<IReadOnlyList<Finding>> FindAsync(InsightDb db, Moment now, CancellationToken ct);
}
