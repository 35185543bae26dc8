using Xinfang.Contracts;
using Xinfang.ServiceDefaults;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;
using Xinfang.Training.Api;
using Xinfang.Training.Api.Bank;
using Xinfang.Training.Api.Catalogue;
using Xinfang.Training.Api.Drills;
using Xinfang.Training.Api.Exams;
using Xinfang.Training.Api.Files;
using Xinfang.Training.Api.Measures;
using Xinfang.Training.Api.Needs;
using Xinfang.Training.Api.Reminding;
using Xinfang.Training.Api.Study;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults("training");
builder.AddMessaging<TrainingDb>("training", "trainingdb", Subscriptions.ByQueue);
builder.Services.AddHostedService<Issuing>();
builder.Services.AddHostedService<NeedWatch>();
builder.Services.AddHostedService<ReminderWatch>();
builder.Services.AddSingleton<CertificateFonts>();
builder.Services.AddSingleton<Remembered>();
builder.Services.AddSingleton<PersonalData>();
builder.Services.AddValidation();

var app = builder.Build();

app.UseServiceDefaults();
app.MapCatalogue();
app.MapBank();
app.MapExams();
app.MapStudy();
app.MapDrills();
app.MapNeeds();
app.MapFiles();
app.MapMeasures();

await app.RunOrMigrateAsync<TrainingDb>(args);
