using Xinfang.Insight.Api.Alarms.Lookouts;
using Xinfang.Insight.Api.Alarms.Targets;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Alarms;

/// <summary>运行告警: they concern the running system; what concerns petitions is a warning (预警).</summary>
internal static class AlarmsApi
{
    /// <summary>Name of the HTTP client: it asks once and does not wait long.</summary>
    public const string Client = "alarms";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void AddAlarms(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<AlarmOptions>().BindConfiguration(AlarmOptions.Section).ValidateDataAnnotations().ValidateOnStart();
#pragma warning disable EXTEXP0001 // marked as subject to change; a repeated question would hide what is wrong, and a circuit breaker tell of what is not
        builder.Services.AddHttpClient(Client, http => http.Timeout = Patience).RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
        builder.Services.AddSingleton<RoomOn>(Disks.Read);
        builder.Services.AddSingleton<ILookout, Health>();
        builder.Services.AddSingleton<ILookout, Disks>();
        builder.Services.AddSingleton<ILookout, Certificates>();
        builder.Services.AddSingleton<ILookout, Calendars>();
        builder.Services.AddSingleton<ILookout, Silence>();
        builder.Services.AddSingleton<ILookout, Undelivered>();
        var options = builder.Configuration.GetSection(AlarmOptions.Section).Get<AlarmOptions>() ?? new();
        if (options.Webhook is not null) builder.Services.AddSingleton<IAlarmTarget, Webhook>();
        if (options.Smtp.Host.Length > 0) builder.Services.AddSingleton<IAlarmTarget, Mail>();
        builder.Services.AddSingleton<AlarmPost>();
        builder.Services.AddSingleton<AlarmWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<AlarmWatch>());
    }

    public static void MapAlarms(this IEndpointRouteBuilder app)
    {
        var alarms = app.MapGroup("/alarms").WithTags("Alarms").RequireAuthorization(Duty.AnyOf(Duty.Administer, Duty.Audit))
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        alarms.MapGet("", ReadAlarms.Handle);
        alarms.MapGet("/past", ListPastAlarms.Handle).ProducesValidationProblem();
        alarms.MapPost("/{id:guid}/knowing", KnowAlarm.Handle).RequireAuthorization(Duty.Administer)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }
}
