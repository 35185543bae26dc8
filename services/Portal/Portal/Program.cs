using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using Xinfang.Portal.Api;
using Xinfang.Portal.Parts;
using Xinfang.Portal.Public.Progress;
using Xinfang.Portal.Sessions;
using Xinfang.Portal.Shell;
using Xinfang.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("portal");
builder.AddSessions();

builder.Services.AddHttpContextAccessor();
builder.Services.AddSingleton<Clock>();
builder.Services.AddTransient<Outgoing>();
builder.Services.AddHttpClient<IntakeClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<DocumentsClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<SupervisionClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<JointWorkClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<GovernanceClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<DataClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<IdentitiesClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<PeopleClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<ContentsClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<RecognitionClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<RepeatsClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<IntakeActsClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<CaseHandlingClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();

builder.Services.AddHttpClient<WarningsClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<HallClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<ImportsClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<NoticesClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<RepliesClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<DrillsClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<TrainingClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<StudyClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<ReviewsClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<LibraryClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<QuizClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<PublishedReportsClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<ReportsClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<ScreensClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<InsightClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();
builder.Services.AddHttpClient<AlarmsClient>(http => http.BaseAddress = new Uri("http://gateway")).AddHttpMessageHandler<Outgoing>();

#pragma warning disable EXTEXP0001 // marked as subject to change; a file that has been sent cannot be sent again, and takes longer than any other answer
builder.Services.AddHttpClient<FilesClient>(http => (http.BaseAddress, http.Timeout) = (new Uri("http://gateway"), TimeSpan.FromMinutes(15)))
    .RemoveAllResilienceHandlers().AddHttpMessageHandler<Outgoing>();
#pragma warning restore EXTEXP0001

builder.Services.AddRazorComponents();
// Chinese as it is, not as character references: a third of the bytes.
builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
builder.Services.AddResponseCompression(options => options.Providers.Add<GzipCompressionProvider>());

var app = builder.Build();
app.UseMiddleware<Headers>();
app.UseResponseCompression();
app.UseServiceDefaults();
app.UseMiddleware<ErrorPages>();
app.UseAntiforgery();
app.Use(ErrorPages.RefuseForged);
Stylesheet.Map(app);
Look.Map(app);
SignIn.Map(app);
Leave.Map(app);
Xinfang.Portal.Files.FileRoutes.Map(app);
Xinfang.Portal.Desk.ChooseDuty.Map(app);
Xinfang.Portal.Desk.DocumentFiles.Map(app);
Xinfang.Portal.Desk.Imports.ImportFiles.Map(app);
Xinfang.Portal.Desk.Insight.InsightFiles.Map(app);
Xinfang.Portal.Desk.JointWork.WorkFiles.Map(app);
Xinfang.Portal.Desk.Library.LibraryFiles.Map(app);
Xinfang.Portal.Desk.Reports.ReportFiles.Map(app);
Xinfang.Portal.Desk.Training.CertificateFile.Map(app);
app.MapRazorComponents<App>();
app.Run();

/// <summary>The Portal.</summary>
public partial class Program;
