using Xinfang.Load;

// The one tool that drives the system for measuring. A command that needs a system starts its own fresh one through the AppHost (or takes
// --gateway URL), shows progress, ends with one line of JSON holding its figures, and exits 1 if an invariant is broken.
var options = Options.Parse(args);
return options.Command switch
{
    "replay" => await Replay.RunAsync(options),
    "throughput" => await Throughput.RunAsync(options),
    "startup" => await Startup.RunAsync(options),
    "deadlines" => await Deadlines.RunAsync(options),
    "calendar" => await CalendarCorrection.RunAsync(options),
    "classify" => Classify.Run(options),
    "repeat" => Repeat.Run(options),
    "repeat-at-scale" => await RepeatAtScale.RunAsync(options),
    "import" => await BulkImport.RunAsync(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: dotnet run --project tests/Load -- COMMAND [options]

          replay      files real messages as citizens, lets clerks and officers act, consumes every department's queue
                      --file PATH (JSON lines with topic and detail)  --count N (500)  --clients N (8)  --chaos
          throughput  submissions through the gateway, direct, and the same rows by plain Npgsql, alternating
                      --clients N (16)  --seconds N (8)  --rounds N (3)  --warm SECONDS (10)
          startup     time from start to healthy and memory at rest
                      --runs N (3)
          deadlines   finds the dates to tell among open petitions, without and with closed ones, and tells them from two replicas; its own PostgreSQL
                      --open N (1000000)  --closed N (1000000)  --due N (2000)
          calendar    corrects the calendar among open petitions; its own PostgreSQL
                      --open N (10000)  --closed N (100000)
          import      a file of petitions uploaded, looked through and registered, Intake killed in the middle, then the same file again
                      --rows N (100000)
          classify    what the categorizer learns from decided messages, tested on others; pure, no system
                      --train FILE --test FILE, or --folds N FILE (JSON lines with topic, detail, label)
          repeat      repeat petitions and the same event told by others, judged against pairs that a reader has labelled; pure, no system
                      --stream FILE (id, user, time, topic, detail) --pairs FILE (a, b, same)
          repeat-at-scale  candidates and the desk's search among many petitions while more are filed, and whether the search is right; writes the petitions first,
                      with the n-gram statistics of FILE; its own PostgreSQL, or one that keeps them for the next run
                      --stream FILE --petitions N (1000000)  --rate PER-SECOND (50)  --seconds N (30)  --postgres CONNECTION

          --gateway URL --amqp URL --postgres CONNECTION   measure a running system instead of starting one
        """);
    return 2;
}
