using MassTransit;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Law;

namespace Xinfang.Outreach.Api.Counselling;

/// <summary>来访释法: what the counter has told. The inbox sees that it is counted once.</summary>
internal sealed class NoteCounselling(OutreachDb db) : IConsumer<VisitorCounselled>
{
    public Task Consume(ConsumeContext<VisitorCounselled> context)
    {
        var told = context.Message;
        db.Add(new Counselled { Id = told.TurnId, On = Moment.DateIn(told.CounselledAt), Street = told.Street, Topic = told.ContentCode, Leaflet = told.Leaflet, People = told.People });
        return Task.CompletedTask; // the inbox filter saves
    }
}
