using System.Reflection;

namespace Xinfang.Architecture.Tests;

/// <summary>The assemblies of the system by the name of their resource.</summary>
internal static class Services
{
    public static IReadOnlyDictionary<string, Assembly> ByName { get; } = new Dictionary<string, Assembly>
    {
        ["intake"] = Assembly.Load("Xinfang.Intake.Api"),
        ["case-handling"] = Assembly.Load("Xinfang.CaseHandling.Api"),
        ["department-feed"] = Assembly.Load("Xinfang.DepartmentFeed.Api"),
        ["outreach"] = Assembly.Load("Xinfang.Outreach.Api"),
        ["training"] = Assembly.Load("Xinfang.Training.Api"),
        ["insight"] = Assembly.Load("Xinfang.Insight.Api"),
        ["identity"] = Assembly.Load("Xinfang.Identity.Api"),
        ["portal"] = Assembly.Load("Xinfang.Portal"),
        ["gateway"] = Assembly.Load("Xinfang.Gateway"),
    };

    /// <summary>The services that answer under /api and keep a database.</summary>
    public static IReadOnlyList<string> WithEndpoints { get; } = ["intake", "case-handling", "department-feed", "outreach", "training", "insight", "identity"];
}
