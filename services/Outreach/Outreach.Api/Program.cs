using Xinfang.Contracts;
using Xinfang.Outreach.Api;
using Xinfang.Outreach.Api.Catalogue;
using Xinfang.Outreach.Api.Library;
using Xinfang.Outreach.Api.Media;
using Xinfang.Outreach.Api.Quizzes;
using Xinfang.Outreach.Api.Screens;
using Xinfang.ServiceDefaults;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Persistence;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults("outreach");
builder.AddMessaging<OutreachDb>("outreach", "outreachdb", Subscriptions.ByQueue);
builder.AddJointWork();
builder.AddMedia();
builder.Services.AddValidation();

var app = builder.Build();

app.UseServiceDefaults();
app.MapCatalogue();
app.MapJointWork();
app.MapLibrary();
app.MapMedia();
app.MapQuizzes();
app.MapScreens();

await app.RunOrMigrateAsync<OutreachDb>(args, LibrarySeed.RunAsync);
