using System.Globalization;
using Aspire.Hosting.Running;
using Npgsql;
using Xinfang.Testing;

namespace Xinfang.AppHost.Tests;

/// <summary>What <c>./run</c> promises, on the sample system in a process of its own.</summary>
public class RunningItFromTheShell
{
    private const int Kill = 9, Terminate = 15, Interrupt = 2;

    [Fact]
    public async Task Data_survives_a_restart_and_fresh_starts_empty()
    {
        using var folder = new Folder();
        await using (var first = SampleProcess.Start(folder.Path, "--servers=true"))
        {
            await first.ReadyAsync();
            await ExecuteAsync(first, "CREATE TABLE kept (id int)");
            first.Send(Interrupt);
            Assert.Equal(0, await first.ExitAsync());
        }
        await using (var second = SampleProcess.Start(folder.Path, "--servers=true"))
        {
            await second.ReadyAsync();
            await ExecuteAsync(second, "INSERT INTO kept VALUES (1)");
        }
        await using (var third = SampleProcess.Start(folder.Path, "--servers=true", "--fresh"))
        {
            await third.ReadyAsync();
            await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(third, "INSERT INTO kept VALUES (2)"));
        }
    }

    [Fact]
    public async Task Nothing_is_left_behind_when_it_is_killed_and_the_data_can_be_used_again()
    {
        using var folder = new Folder();
        await using (var killed = SampleProcess.Start(folder.Path, "--servers=true"))
        {
            await killed.ReadyAsync();
            var children = killed.Children;
            Assert.True(children.Count > 8, $"only {children.Count} processes");

            killed.Send(Kill);

            Assert.NotEqual(0, await killed.ExitAsync());
            await Given.SoonAsync(() => !children.Any(Processes.IsAlive));
        }
        await using var again = SampleProcess.Start(folder.Path, "--servers=true");
        await again.ReadyAsync();
    }

    [Theory]
    [InlineData(Interrupt)]
    [InlineData(Terminate)]
    public async Task Stops_within_fifteen_seconds_on_a_signal(int signal)
    {
        using var folder = new Folder();
        await using var running = SampleProcess.Start(folder.Path, "--servers=true");
        await running.ReadyAsync();
        var children = running.Children;

        var began = TimeProvider.System.GetTimestamp();
        running.Send(signal);

        Assert.Equal(0, await running.ExitAsync());
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 15);
        Assert.DoesNotContain(children, Processes.IsAlive);
    }

    [Fact]
    public async Task Two_systems_run_side_by_side()
    {
        using var one = new Folder();
        using var other = new Folder();
        await using var first = SampleProcess.Start(one.Path, "--servers=true");
        await using var second = SampleProcess.Start(other.Path, "--servers=true");

        await Task.WhenAll(first.ReadyAsync(), second.ReadyAsync());

        using var http = new HttpClient();
        Assert.NotEqual(await http.GetStringAsync(new Uri($"http://localhost:{first.Port}/environment/SAMPLE_SECRET"), TestContext.Current.CancellationToken),
            await http.GetStringAsync(new Uri($"http://localhost:{second.Port}/environment/SAMPLE_SECRET"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_second_system_on_the_same_data_is_refused()
    {
        using var folder = new Folder();
        await using var first = SampleProcess.Start(folder.Path);
        await first.ReadyAsync();

        await using var second = SampleProcess.Start(folder.Path);

        Assert.Equal(1, await second.ExitAsync());
        Assert.Contains("Another system is running with the data", second.Output);
    }

    [Fact]
    public async Task A_folder_of_somebody_else_is_not_touched()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder.Path);
        var precious = Path.Combine(folder.Path, "precious");
        await File.WriteAllTextAsync(precious, "", TestContext.Current.CancellationToken);

        await using var run = SampleProcess.Start(folder.Path, "--fresh");

        Assert.Equal(1, await run.ExitAsync());
        Assert.True(File.Exists(precious));
    }

    [Fact]
    public async Task What_does_not_come_up_is_named_with_its_last_lines_and_the_exit_code_is_1()
    {
        using var folder = new Folder();
        await using var run = SampleProcess.Start(folder.Path, "--failing=true");

        Assert.Equal(1, await run.ExitAsync());
        Assert.Contains("failing did not come up: it ended with 3", run.Output);
        Assert.Contains("line 30", run.Output);
        Assert.Contains("the reason for the failure", run.Output);
        Assert.DoesNotContain("ready in", run.Output);
    }

    [Fact]
    public async Task An_unknown_option_is_answered_with_the_options()
    {
        using var folder = new Folder();
        await using var run = SampleProcess.Start(folder.Path, "--frsh");

        Assert.Equal(2, await run.ExitAsync());
        Assert.Contains("--fresh", run.Output);
    }

    [Fact]
    public async Task A_generated_secret_stays_the_same()
    {
        using var folder = new Folder();
        using var http = new HttpClient();
        var secrets = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var running = SampleProcess.Start(folder.Path);
            await running.ReadyAsync();
            secrets.Add(await http.GetStringAsync(new Uri($"http://localhost:{running.Port}/environment/SAMPLE_SECRET"), TestContext.Current.CancellationToken));
        }
        Assert.Equal(24, secrets[0].Length);
        Assert.Equal(secrets[0], secrets[1]);
        if (OperatingSystem.IsLinux()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.Path, "secrets.json")));
    }

    // The connection string as the service got it.
    private static async Task ExecuteAsync(SampleProcess running, string sql)
    {
        using var http = new HttpClient();
        var connectionString = await http.GetStringAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{running.Port}/environment/ConnectionStrings__sampledb")), TestContext.Current.CancellationToken);
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
