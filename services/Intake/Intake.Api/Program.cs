using Xinfang.Contracts;
using Xinfang.Intake.Api;
using Xinfang.Intake.Api.Attachments;
using Xinfang.Intake.Api.Catalogue;
using Xinfang.Intake.Api.Disputes;
using Xinfang.Intake.Api.Order;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Petitions;
using Xinfang.Intake.Api.Printing;
using Xinfang.Intake.Api.Progress;
using Xinfang.Intake.Api.Repeats;
using Xinfang.Intake.Api.Search;
using Xinfang.Intake.Api.Urgency;
using Xinfang.ServiceDefaults;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults("intake");
builder.AddMessaging<IntakeDb>("intake", "intakedb", Subscriptions.ByQueue);
builder.Services.AddSingleton<PersonalData>();
builder.Services.AddSingleton<PetitionTickets>();
builder.Services.AddSingleton<QueryKeys>();
builder.Services.AddSingleton<QueryLimit>();
builder.Services.AddSingleton<PetitionNumbers>();
builder.Services.AddSingleton<Registrar>();
builder.Services.AddAttachments();
builder.Services.AddSingleton<PrintFonts>();
builder.Services.AddSingleton<Recognizer>();
builder.Services.AddScoped<Candidates>();
builder.Services.AddSingleton<MatterIndexing>();
builder.Services.AddHostedService(services => services.GetRequiredService<MatterIndexing>());
builder.Services.AddSingleton<SearchKeys>();
builder.Services.AddScoped<SearchCandidates>();
builder.Services.AddScoped<PetitionSearch>();
builder.Services.AddSingleton<SearchIndexing>();
builder.Services.AddHostedService(services => services.GetRequiredService<SearchIndexing>());
builder.Services.AddSingleton<DateCorrection>();
builder.Services.AddHostedService(services => services.GetRequiredService<DateCorrection>());
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, IntakeJson.Default));

var app = builder.Build();

app.UseServiceDefaults();
app.MapPetitions();
app.MapProgress();
app.MapAttachments();
app.MapRepeats();
app.MapSearch();
app.MapUrgency();
app.MapDisputes();
app.MapOrder();
app.MapCatalogue();
app.MapCalculator();

await app.RunOrMigrateAsync<IntakeDb>(args);
