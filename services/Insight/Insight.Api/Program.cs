using Xinfang.Contracts;
using Xinfang.Insight.Api;
using Xinfang.Insight.Api.Alarms;
using Xinfang.Insight.Api.Events;
using Xinfang.Insight.Api.Governance;
using Xinfang.Insight.Api.Measures;
using Xinfang.Insight.Api.Rebuilding;
using Xinfang.Insight.Api.Reports;
using Xinfang.Insight.Api.Warnings;
using Xinfang.ServiceDefaults;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Persistence;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults("insight");
builder.Services.AddSingleton<Keeping>();
builder.Services.AddSingleton<EventLog>();
builder.Services.AddHostedService(services => services.GetRequiredService<EventLog>()); // before the bus: it stops after it, with nothing in hand
builder.AddMessaging<InsightDb>("insight", "insightdb", Subscriptions.ByQueue, gathers: true);
builder.Services.AddSingleton<Counting>();
builder.Services.AddHostedService(services => services.GetRequiredService<Counting>());
builder.Services.AddSingleton<Rebuild>();
builder.Services.AddSingleton<RebuildingJob>();
builder.AddReports();
builder.AddWarnings();
builder.AddGovernance();
builder.AddAlarms();
builder.Services.AddValidation();

var app = builder.Build();

app.UseServiceDefaults();
app.MapMeasures();
app.MapRebuilding();
app.MapReports();
app.MapWarnings();
app.MapGovernance();
app.MapAlarms();

await app.RunOrMigrateAsync<InsightDb>(args);
