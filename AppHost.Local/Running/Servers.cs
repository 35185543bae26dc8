using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>A server program run as a private child process on loopback, its data below <see cref="Folder"/>.</summary>
internal abstract class LocalServer(string folder, int port)
{
    protected string Folder { get; } = folder;
    protected int Port { get; } = port;
    protected string PortText => Port.ToString(CultureInfo.InvariantCulture);

    public abstract string Package { get; }
    public abstract string Source { get; }

    /// <summary>Writes configuration; on the first start, makes the data.</summary>
    public abstract Task<Launch> PrepareAsync(CancellationToken ct);

    /// <summary>A helper that must run first, or null.</summary>
    public virtual Launch? Companion => null;

    /// <summary>Whether a line on the console means that the server is ready.</summary>
    public abstract bool IsReady(string line);

    /// <summary>What is to be done once it is ready, before others may use it.</summary>
    public virtual Task CompleteAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Asks the server itself whether it serves. Throws <see cref="IOException"/> or <see cref="SocketException"/> if not.</summary>
    public abstract Task ProbeAsync(CancellationToken ct);

    protected async Task<byte[]> AskAsync(ReadOnlyMemory<byte> question, int answer, CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Port, ct);
        if (answer == 0) return [];
        await client.GetStream().WriteAsync(question, ct);
        var buffer = new byte[answer];
        await client.GetStream().ReadExactlyAsync(buffer, ct);
        return buffer;
    }

    protected static void MakePrivate(string folder)
    {
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public static LocalServer For(IResource resource, DataFolder data, IReadOnlyDictionary<string, int> ports)
    {
        var folder = data.In(resource.Name);
        return resource switch
        {
            PostgresServerResource postgres => new LocalPostgres(postgres, folder, ports["tcp"]),
            RedisResource redis => new LocalRedis(redis, folder, ports["tcp"]),
            RabbitMQServerResource rabbit => new LocalRabbitMq(rabbit, folder, ports),
            _ => throw new DistributedApplicationException($"'{resource.Name}' is a container that has no local counterpart. Local mode knows RabbitMQ, Redis and PostgreSQL.")
        };
    }
}

/// <summary>PostgreSQL. It refuses root, so as root it runs as its own user.</summary>
internal sealed class LocalPostgres(PostgresServerResource resource, string folder, int port) : LocalServer(folder, port)
{
    private const string User = "postgres";
    private string Data => Path.Combine(Folder, "data");
    private static string Bin => Installation.Postgres ?? throw new DistributedApplicationException("PostgreSQL is not installed.");
    private static string? RunAs => Processes.IsRoot ? User : null;
    private string Superuser => resource.UserNameParameter?.Value ?? "postgres";

    public override string Package => "postgresql";
    public override string Source => Path.Combine(Bin, "postgres");

    public override async Task<Launch> PrepareAsync(CancellationToken ct)
    {
        MakePrivate(Folder);
        if (RunAs is { } user) await Tool.RunAsync(new("chown", [$"{user}:", Folder], "/"), ct);
        if (!File.Exists(Path.Combine(Data, "PG_VERSION")))
        {
            var password = Path.Combine(Folder, "pw");
            DataFolder.WritePrivate(password, resource.PasswordParameter.Value);
            if (RunAs is { } owner) await Tool.RunAsync(new("chown", [owner, password], "/"), ct);
            await Tool.RunAsync(new(Path.Combine(Bin, "initdb"), ["-D", Data, "-U", Superuser, $"--pwfile={password}", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"], "/") { User = RunAs }, ct);
            File.Delete(password);
        }
        else if (File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim() is var version && !Bin.Contains($"/{version}/", StringComparison.Ordinal))
        {
            throw new DistributedApplicationException($"The data in {Data} was written by PostgreSQL {version}, the newest installed is {Bin}. Install {version} again, or upgrade the data with pg_upgradecluster's manual, or start with --fresh.");
        }
        return new(Source,
        [
            "-D", Data, "-p", PortText,
            "-c", "listen_addresses=" + (Ports.HasIPv6 ? "127.0.0.1,::1" : "127.0.0.1"), "-c", "unix_socket_directories=",
            "-c", "max_connections=300", "-c", "shared_buffers=128MB", "-c", "log_min_messages=warning", "-c", "log_line_prefix=%m ", "-c", "log_timezone=Asia/Shanghai",
            // What the backups have not fetched is kept, but not until the disk is full: they say then that a whole backup is due.
            "-c", "max_slot_wal_keep_size=8GB"
        ], "/") { User = RunAs, DeathSignal = "INT", StopSignal = Signal.Interrupt };
    }

    public override bool IsReady(string line) => line.Contains("database system is ready to accept connections", StringComparison.Ordinal);

    public override Task CompleteAsync(CancellationToken ct)
    {
        var wanted = resource.Databases.Values.Select(name => $"SELECT 'CREATE DATABASE \"{name}\"' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{name}')\n\\gexec\n").ToList();
        if (wanted.Count == 0) return Task.CompletedTask;
        var script = Path.Combine(Path.GetDirectoryName(Folder)!, resource.Name + ".databases.sql");
        File.WriteAllText(script, string.Concat(wanted));
        return Tool.RunAsync(new(Path.Combine(Bin, "psql"), ["-X", "-q", "-h", "127.0.0.1", "-p", PortText, "-U", Superuser, "-v", "ON_ERROR_STOP=1", "-f", script, "postgres"], "/")
        {
            Environment = new Dictionary<string, string?> { ["PGPASSWORD"] = resource.PasswordParameter.Value }
        }, ct);
    }

    // SSLRequest: the postmaster answers one letter, through a backend it had to fork.
    public override async Task ProbeAsync(CancellationToken ct) => _ = await AskAsync(new byte[] { 0, 0, 0, 8, 4, 210, 22, 47 }, 1, ct);
}

/// <summary>Redis with an append-only file.</summary>
internal sealed class LocalRedis(RedisResource resource, string folder, int port) : LocalServer(folder, port)
{
    public override string Package => "redis-server";
    public override string Source => Installation.Redis ?? throw new DistributedApplicationException("Redis is not installed.");

    public override Task<Launch> PrepareAsync(CancellationToken ct)
    {
        MakePrivate(Folder);
        // A file, because arguments are visible to every user of the machine.
        var configuration = Path.Combine(Folder, "redis.conf");
        DataFolder.WritePrivate(configuration, $"""
            port {PortText}
            bind 127.0.0.1{(Ports.HasIPv6 ? " ::1" : "")}
            dir {Folder}
            save ""
            appendonly yes
            daemonize no
            requirepass {resource.PasswordParameter?.Value}

            """);
        return Task.FromResult(new Launch(Source, [configuration], "/") { DeathSignal = "TERM" });
    }

    public override bool IsReady(string line) => line.Contains("Ready to accept connections", StringComparison.Ordinal);

    public override async Task ProbeAsync(CancellationToken ct)
    {
        var password = resource.PasswordParameter?.Value ?? "";
        var question = Encoding.UTF8.GetBytes($"*2\r\n$4\r\nAUTH\r\n${Encoding.UTF8.GetByteCount(password)}\r\n{password}\r\n*1\r\n$4\r\nPING\r\n");
        if (Encoding.ASCII.GetString(await AskAsync(question, 12, ct)) is var answer and not "+OK\r\n+PONG\r\n") throw new IOException(answer);
    }
}

/// <summary>RabbitMQ without the distribution's wrapper, which would switch user and write under /var. Its own epmd, its own cookie.</summary>
internal sealed class LocalRabbitMq(RabbitMQServerResource resource, string folder, IReadOnlyDictionary<string, int> ports) : LocalServer(folder, ports["tcp"])
{
    private string In(string name) => Path.Combine(Folder, name);
    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    private bool Managed => ports.ContainsKey(RabbitMQServerResource.ManagementEndpointName);

    public override string Package => "rabbitmq-server";
    public override string Source => Installation.RabbitMq ?? throw new DistributedApplicationException("RabbitMQ is not installed.");

    public override Launch? Companion => new("epmd", ["-port", Text(ports["epmd"]), "-address", "127.0.0.1"], "/") { Environment = Variables() };

    public override async Task<Launch> PrepareAsync(CancellationToken ct)
    {
        foreach (var folder in new[] { Folder, In("home"), In("mnesia"), In("log") }) MakePrivate(folder);
        var cookie = In("home/.erlang.cookie");
        if (!File.Exists(cookie))
        {
            DataFolder.WritePrivate(cookie, new GenerateParameterDefault { MinLength = 32, Special = false }.GetDefaultValue());
            File.SetUnixFileMode(cookie, UnixFileMode.UserRead);
        }
        DataFolder.WritePrivate(In("rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{PortText}
            {(Ports.HasIPv6 ? $"listeners.tcp.2 = ::1:{PortText}" : "")}
            default_user = {await resource.UserNameReference.GetValueAsync(ct)}
            default_pass = {resource.PasswordParameter.Value}
            loopback_users.guest = true
            log.console = true
            log.file = false
            log.connection.level = warning
            disk_free_limit.absolute = 200MB
            vm_memory_high_watermark.absolute = 1GB
            {(Managed ? $"management.tcp.ip = 127.0.0.1\nmanagement.tcp.port = {Text(ports[RabbitMQServerResource.ManagementEndpointName])}\nmanagement_agent.disable_metrics_collector = true" : "")}

            """);
        await File.WriteAllTextAsync(In("advanced.config"), "[].\n", ct);
        await File.WriteAllTextAsync(In("env.conf"), "", ct);
        await File.WriteAllTextAsync(In("enabled_plugins"), Managed ? "[rabbitmq_management].\n" : "[].\n", ct);
        return new(Source, [], "/") { Environment = Variables(), DeathSignal = "TERM" };
    }

    public override bool IsReady(string line) => line.Contains("Server startup complete", StringComparison.Ordinal);

    // Connecting without a word is the only question that the broker does not log as a failed client.
    public override async Task ProbeAsync(CancellationToken ct) => _ = await AskAsync(default, 0, ct);

    private Dictionary<string, string?> Variables() => new()
    {
        ["HOME"] = In("home"),
        ["RABBITMQ_CONF_ENV_FILE"] = In("env.conf"),
        // The name is part of the path of the data: it must not depend on the port. The private epmd keeps two systems apart.
        ["RABBITMQ_NODENAME"] = "rabbit@localhost",
        ["RABBITMQ_DIST_PORT"] = Text(ports["distribution"]),
        ["RABBITMQ_MNESIA_BASE"] = In("mnesia"),
        ["RABBITMQ_LOG_BASE"] = In("log"),
        ["RABBITMQ_CONFIG_FILE"] = In("rabbitmq.conf"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = In("advanced.config"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = In("enabled_plugins"),
        ["RABBITMQ_PID_FILE"] = In("pid"),
        ["RABBITMQ_LOGS"] = "-",
        ["ERL_EPMD_PORT"] = Text(ports["epmd"]),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = $"-kernel inet_dist_use_interface {{127,0,0,1}} +S {Math.Clamp(Environment.ProcessorCount, 1, 4)}:{Math.Clamp(Environment.ProcessorCount, 1, 4)} +sbwt none +sbwtdcpu none +sbwtdio none",
        // Makes the script exec, so that the process started is the server itself.
        ["RUNNING_UNDER_SYSTEMD"] = "1"
    };
}
