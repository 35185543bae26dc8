using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Xinfang.ServiceDefaults.Http;

/// <summary>
/// For acts that say nothing of what was read before (no If-Match): where an event or another act was stored between reading and saving, the act is decided
/// again on what stands there now. Nothing of the first try is stored. After three tries it is refused as changed meanwhile.
/// </summary>
/// <param name="db">The context that the act saves with.</param>
public sealed class TryAgain<TDb>(TDb db) : IEndpointFilter where TDb : DbContext
{
    private const int Most = 3;

    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        for (var tries = 1; ; tries++)
            try
            {
                return await next(context);
            }
            catch (DbUpdateException e) when (tries < Most && (e is DbUpdateConcurrencyException || e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }))
            {
                db.ChangeTracker.Clear();
            }
    }
}
