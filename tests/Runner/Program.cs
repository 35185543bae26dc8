using Aspire.Hosting.Testing;
using Xinfang.Runner;

// Runs every test project in turn on one set of servers and ends with the plain line "N passed, N failed".
// Arguments are parts of project names; without any, all projects run.
var projects = TestProject.Find(AppContext.BaseDirectory, args);
if (projects.Count == 0)
{
    Console.Error.WriteLine("no test project has that name");
    return 2;
}

await Packages.InstallMissingAsync();
await using var servers = await TestServers.StartAsync(CancellationToken.None);
var environment = new Dictionary<string, string>();
foreach (var server in (string[])["postgres", "messaging", "cache"])
    environment[$"XINFANG_TEST_{server.ToUpperInvariant()}"] = (await servers.GetConnectionStringAsync(server))!;
var results = new List<TestRun>();
foreach (var project in projects)
{
    var run = await project.RunAsync(environment);
    results.Add(run);
    Console.WriteLine($"{project.Name,-24} {run.Passed,6} passed {run.Failed,4} failed {run.Skipped,4} skipped  {run.Seconds,6:0.0} s{(run.Ended ? "" : "  DID NOT END WELL")}");
}

foreach (var failure in results.SelectMany(r => r.Failures)) Console.WriteLine($"failed {failure}");
var failed = results.Sum(r => r.Failed) + results.Count(r => !r.Ended && r.Failed == 0);
Console.WriteLine($"{results.Sum(r => r.Passed)} passed, {failed} failed");
return failed == 0 ? 0 : 1;
