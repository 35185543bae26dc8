using Xinfang.Law;

namespace Xinfang.Intake.Api.Imports;

/// <summary>正式导入: POST /imports/{id}/start. Registers in the background what the check found to be in order.</summary>
internal static class StartImport
{
    public static Task<IResult> Handle(Guid id, IntakeDb db, LegalClock clock, CancellationToken ct) =>
        Acting.OnAsync(db, id, found => Task.FromResult(found.Start(clock.Now())), ct);
}
