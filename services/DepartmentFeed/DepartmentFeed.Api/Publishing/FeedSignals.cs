namespace Xinfang.DepartmentFeed.Api;

/// <summary>Names of the wake-up calls inside the process.</summary>
internal static class FeedSignals
{
    /// <summary>Rows were appended: the relay has something to publish.</summary>
    public const string Relay = "feed-relay";

    /// <summary>The broker was reached (again): its accounts may be missing.</summary>
    public const string Accounts = "feed-accounts";
}
