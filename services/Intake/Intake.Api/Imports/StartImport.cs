using Xinfang.Law;

namespace Xinfang.Intake.Api.Imports;

/// <summary>正式导入: POST /imports/{import}/start. Registers in the background what the check found to be in order.</summary>
internal static class StartImport
{
    public static Task<IResult> Handle(Guid import, IntakeDb db, LegalClock clock, CancellationToken ct) =>
        Acting.OnAsync(db, import, found => Task.FromResult(found.Start(clock.Now())), ct);
}
