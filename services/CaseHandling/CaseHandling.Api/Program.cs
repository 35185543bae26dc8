using Xinfang.CaseHandling.Api;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Api.Petitions;
using Xinfang.CaseHandling.Api.Quality;
using Xinfang.CaseHandling.Api.Reviews;
using Xinfang.CaseHandling.Api.Supervising;
using Xinfang.CaseHandling.Api.Watching;
using Xinfang.Contracts;
using Xinfang.ServiceDefaults;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;
using Xinfang.ServiceDefaults.Time;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults("case-handling");
builder.AddMessaging<CaseHandlingDb>("case-handling", "casehandlingdb", Subscriptions.ByQueue);
builder.Services.AddSingleton<PersonalData>();
builder.Services.AddSingleton<PetitionTickets>();
builder.Services.AddHttpClient<Dossiers>(http => http.BaseAddress = new Uri("http://intake"));
builder.Services.AddSingleton<DeadlineWatch>();
builder.Services.AddHostedService(sp => sp.GetRequiredService<DeadlineWatch>());
builder.Services.AddSingleton<DateCorrection>();
builder.Services.AddHostedService(sp => sp.GetRequiredService<DateCorrection>());
builder.Services.AddSingleton<IRunningTerms, RunningTerms>();
builder.Services.AddSingleton<DocumentFonts>();
builder.Services.AddSingleton<SampleSettings>();
builder.AddSupervising();
builder.Services.AddSingleton<ReviewWatch>();
builder.Services.AddHostedService(sp => sp.GetRequiredService<ReviewWatch>());
builder.Services.AddValidation();

var app = builder.Build();

app.UseServiceDefaults();
app.MapPetitions();
app.MapDocuments();
app.MapQuality();
app.MapSupervising();
app.MapReviews();

await app.RunOrMigrateAsync<CaseHandlingDb>(args);
