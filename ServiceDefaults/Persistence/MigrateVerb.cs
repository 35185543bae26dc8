using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Xinfang.ServiceDefaults.Persistence;

public static class MigrateVerb
{
    /// <summary>
    /// Serves, or with the argument "migrate" brings the database up to date (and seeds it, if a seed is given) and ends.
    /// A service never migrates while serving; the AppHost runs the verb first and waits for it.
    /// </summary>
    public static async Task RunOrMigrateAsync<TDb>(this WebApplication app, string[] args, Func<IServiceProvider, CancellationToken, Task>? seed = null)
        where TDb : DbContext
    {
        if (args is not ["migrate", ..])
        {
            await app.RunAsync();
            return;
        }
        await using var scope = app.Services.CreateAsyncScope();
        var stopping = CancellationToken.None;
        await scope.ServiceProvider.GetRequiredService<TDb>().Database.MigrateAsync(stopping);
        if (seed is not null) await seed(scope.ServiceProvider, stopping);
    }
}
