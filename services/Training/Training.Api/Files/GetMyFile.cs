using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Files;

/// <summary>我的能力档案: GET /my/file.</summary>
internal static class GetMyFile
{
    public static async Task<Ok<FileView>> Handle(CurrentCaller caller, TrainingDb db, PersonalData crypt, LegalClock clock, CancellationToken ct) =>
        TypedResults.Ok(await FileView.OfAsync(db, crypt, caller.Account, caller.Organ, clock.Now().Date, ct));
}
