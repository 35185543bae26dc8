using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Files;

/// <summary>能力档案: GET /trainees/{account}/file, for the training staff.</summary>
internal static class GetFile
{
    public static async Task<Results<Ok<FileView>, ProblemHttpResult>> Handle(string account, TrainingDb db, PersonalData crypt, LegalClock clock, CancellationToken ct) =>
        await db.Trainees.AsNoTracking().SingleOrDefaultAsync(trainee => trainee.Account == account, ct) is { } trainee
            ? TypedResults.Ok(await FileView.OfAsync(db, crypt, account, trainee.Organ, clock.Now().Date, ct))
            : Refusals.NotFound.ToProblem();
}
