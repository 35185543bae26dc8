using System.Globalization;
using Aspire.Hosting;
using Xinfang.Backup;

// Backup and restore of the system of ./run; docs/operations/backup.md. Exit code 0 done, 1 not done (the reason on standard error), 2 wrong options.
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) => { e.Cancel = true; stop.Cancel(); };
try
{
    var options = Arguments.Parse(args);
    switch (options.Verb)
    {
        case "backup-key":
            Console.WriteLine(await Age.NewKeyAsync(options.Need("--to"), stop.Token));
            break;
        case "backup":
            await BackUpAsync(options, stop.Token);
            break;
        case "restore":
            var restored = await Restore.RunAsync(new(options.Need("--from")), options.Need("--key"), options.Need("--data"), options.Time("--until"), Say, stop.Token);
            Say(string.Create(CultureInfo.InvariantCulture, $"restored to {restored.Reach}; {restored.SentAgain} events and {restored.PublishedAgain} events of departments will be sent again; start it with ./run --data {restored.Data}"));
            break;
        case "verify-backup":
            await Verify.RunAsync(new(options.Need("--from")), options.Need("--key"), Say, stop.Token);
            break;
        default:
            throw new ArgumentException(Arguments.Usage);
    }
    return 0;
}
catch (ArgumentException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
catch (Exception e) when (e is BackupException or DistributedApplicationException or IOException or UnauthorizedAccessException or Npgsql.NpgsqlException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 1;
}

static async Task BackUpAsync(Arguments options, CancellationToken ct)
{
    var system = RunningSystem.In(options["--data"] ?? ".data", options["--files"], Say);
    var (store, recipient) = (new Store(options.Need("--to")), options["--recipient"]);
    if (!options.Has("--changes")) await TakeBackup.RunAsync(system, store, recipient, options.Number("--keep") ?? 14, Say, ct);
    else if (options.Number("--every") is not { } seconds) await TakeChanges.RunAsync(system, store, Say, ct);
    else
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(seconds));
        do await TakeChanges.RunAsync(system, store, Say, ct);
        while (await timer.WaitForNextTickAsync(ct));
    }
}

static void Say(string line) => Console.WriteLine(line);
