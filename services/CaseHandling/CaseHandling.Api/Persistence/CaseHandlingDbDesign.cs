using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.Configuration;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api;

/// <summary>Lets the migrations tool make the context without a host.</summary>
internal sealed class CaseHandlingDbDesign : IDesignTimeDbContextFactory<CaseHandlingDb>
{
    public CaseHandlingDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<CaseHandlingDb>().UseNpgsql("Host=localhost").UseSnakeCaseNamingConvention().Options,
        new MessagingServices(new MessageTypes(typeof(Contracts.Subscriptions).Assembly), new OutboxSignal(), TimeProvider.System),
        new PersonalData(new ConfigurationBuilder().AddInMemoryCollection(
            [new("PersonalData:Key", "design"), new("PersonalData:SearchKey", "design")]).Build()));
}
