using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Xinfang.Identity.Api;
using Xinfang.Identity.Api.Accounts;
using Xinfang.Identity.Api.Connect;
using Xinfang.Identity.Api.Factors;
using Xinfang.Identity.Api.Keys;
using Xinfang.Identity.Api.People;
using Xinfang.Identity.Api.Seeds;
using Xinfang.Identity.Api.SignIn;
using Xinfang.ServiceDefaults;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Persistence;

var builder = WebApplication.CreateBuilder(args);
var settings = IdentitySettings.From(builder.Configuration, builder.Environment);
Seed.RefuseDemoPassword(builder.Environment, settings);

builder.AddServiceDefaults("identity");
builder.Services.AddValidation();
builder.Services.AddSingleton(settings);
builder.Services.AddSingleton(new Cipher(settings.KeySecret));
builder.AddDatabase<IdentityDb>("identitydb");

builder.Services.AddSingleton<KeyRing>();
builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>, CookieKeys>();
builder.Services.AddDataProtection().SetApplicationName("xinfang-identity");
builder.Services.AddTokenServer(settings.Issuer);
builder.Services.AddSingleton<IPostConfigureOptions<JwtBearerOptions>, OwnTokens>();
builder.Services.AddAuthentication().AddCookie(Session.Scheme, Session.Configure).AddCookie(HalfWay.Scheme, HalfWay.Configure);
builder.Services.AddAntiforgery(options => (options.Cookie.Name, options.Cookie.SecurePolicy) = ("xinfang.form", CookieSecurePolicy.SameAsRequest));
builder.Services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
builder.Services.AddScoped<Tries>().AddScoped<CheckPassword>().AddScoped<CheckFactor>().AddScoped<Entrance>();
if (args is not ["migrate", ..])
{
    builder.Services.AddHostedService<KeyRotation>();
    builder.Services.AddHostedService<Housekeeping>();
}
// The middleware believes the headers from loopback alone, where the gateway is; elsewhere ForwardedHeaders' own settings name it.
builder.Services.Configure<ForwardedHeadersOptions>(options =>
    options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost);

var app = builder.Build();

app.UseForwardedHeaders();
app.UseStaticFiles();
app.UseServiceDefaults();
app.MapConnect();
app.MapSignIn();
app.MapPeople();

await app.RunOrMigrateAsync<IdentityDb>(args, Seed.RunAsync);

/// <summary>For tests, which start the service in their own process.</summary>
public partial class Program;
