using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Xinfang.Identity.Api;

/// <summary>Lets the migrations tool build the model without starting the service.</summary>
internal sealed class IdentityDbDesign : IDesignTimeDbContextFactory<IdentityDb>
{
    public IdentityDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<IdentityDb>().UseNpgsql("Host=localhost;Database=identitydb").UseSnakeCaseNamingConvention();
        return new IdentityDb(options.Options);
    }
}
