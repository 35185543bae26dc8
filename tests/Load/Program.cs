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
    "topics" => Topics.Run(options),
    "surges" => Surges.Run(options),
    "repeat-at-scale" => await RepeatAtScale.RunAsync(options),
    "import" => await BulkImport.RunAsync(options),
    "rebuild" => await Rebuilding.RunAsync(options),
    "dashboard" => await Dashboard.RunAsync(options),
    "exam" => await Exam.RunAsync(options),
    "restore-drill" => await RestoreDrill.RunAsync(options),
    "figures" => await Figures.RunAsync(options),
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
          exam        many people in one exam at once, the training service killed twice meanwhile; no acknowledged answer may be lost
                      --people N (500)  --questions N (40)  --seconds N (120), within which everybody answers  --calm (nothing is killed)
          restore-drill  backed up while petitions are filed and handled, restored into a second system as it was at an instant and into a third as far as it goes,
                      and compared: nothing acknowledged may be missing, changed or there twice
                      --count N (150)  --clients N (6)  --file PATH (JSON lines with topic and detail; made-up messages without it)
          rebuild     the read models of insight made anew from its log while events arrive; its own PostgreSQL, or one that keeps the log for the next run
                      --petitions N (1000000)  --rate PER-SECOND (50)  --postgres CONNECTION
          dashboard   what the pages of figures ask, at many petitions; after rebuild with the same --postgres
                      --petitions N (1000000)  --seconds N (20)  --clients N (4)  --postgres CONNECTION
          figures     every counter of the measures in a running system beside SQL over the databases of the services that decided; after replay
                      --gateway URL  --postgres CONNECTION of the server
          classify    what the categorizer learns from decided messages, tested on others; pure, no system
                      --train FILE --test FILE, or --folds N FILE (JSON lines with topic, detail, label)
          repeat      repeat petitions and the same event told by others, judged against pairs that a reader has labelled; pure, no system
                      --stream FILE (id, user, time, topic, detail) --pairs FILE (a, b, same)
          topics      hot topics found in one pass over a stream, against topics that a reader has marked; pure, no system
                      --stream FILE --topics FILE (topic_id, id)
          surges      surges of a street and a content found in made-up years, against those that were planted; pure, no system
                      --years N (100)  --seed N (1)
          repeat-at-scale  candidates and the desk's search among many petitions while more are filed, and whether the search is right; writes the petitions first,
                      with the n-gram statistics of FILE; its own PostgreSQL, or one that keeps them for the next run
                      --stream FILE --petitions N (1000000)  --rate PER-SECOND (50)  --seconds N (30)  --postgres CONNECTION

          --gateway URL --amqp URL --postgres CONNECTION   measure a running system instead of starting one
        """);
    return 2;
}
