using Xinfang.Contracts;
using Xinfang.DepartmentFeed.Api;
using Xinfang.DepartmentFeed.Api.Consuming;
using Xinfang.DepartmentFeed.Api.Events;
using Xinfang.DepartmentFeed.Api.Publishing;
using Xinfang.ServiceDefaults;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Persistence;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults("department-feed");
builder.Services.AddSingleton<FeedLog>();
builder.Services.AddHostedService(services => services.GetRequiredService<FeedLog>()); // before the bus: it stops after it, with nothing in hand
builder.AddMessaging<DepartmentFeedDb>("department-feed", "departmentfeeddb", Subscriptions.ByQueue, gathers: true);
builder.Services.AddSingleton(FeedAddresses.Of(builder.Configuration));
builder.Services.AddKeyedSingleton<OutboxSignal>(FeedSignals.Relay);
builder.Services.AddKeyedSingleton<OutboxSignal>(FeedSignals.Accounts);
builder.Services.AddHostedService<FeedRelay>();
builder.Services.AddHostedService<BrokerAccounts>();
builder.Services.AddHostedService<Retention>();
builder.Services.AddHealthChecks().AddCheck<FeedHealth>("feed");

var app = builder.Build();

app.UseServiceDefaults();
app.MapFeed();

await app.RunOrMigrateAsync<DepartmentFeedDb>(args);
