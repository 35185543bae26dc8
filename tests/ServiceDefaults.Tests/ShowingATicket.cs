using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.ServiceDefaults.Tests;

public class ShowingATicket
{
    private static readonly Guid Petition = Guid.Parse("019c0000-0000-7000-8000-000000000001");
    private readonly FakeTimeProvider _time = new(new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Opens_its_petition_until_it_runs_out()
    {
        var tickets = With("key");
        var ticket = tickets.Issue(Petition, _time.GetUtcNow().AddMinutes(30));
        Assert.Equal(Petition, tickets.Read(Carrying(ticket)));
        _time.Advance(TimeSpan.FromMinutes(31));
        Assert.Null(tickets.Read(Carrying(ticket)));
    }

    [Fact]
    public void Is_worth_nothing_changed_by_a_character_or_signed_with_another_key()
    {
        var tickets = With("key");
        var ticket = tickets.Issue(Petition, _time.GetUtcNow().AddMinutes(30));
        for (var i = 0; i < ticket.Length - 1; i++)
            Assert.Null(tickets.Read(Carrying(ticket[..i] + (ticket[i] is 'A' ? 'B' : 'A') + ticket[(i + 1)..])));
        Assert.Null(With("other").Read(Carrying(ticket)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("null")]
    [InlineData("' or 1=1 --")]
    public void Nonsense_is_no_ticket(string text) => Assert.Null(With("key").Read(Carrying(text)));

    private PetitionTickets With(string key) => new(new ConfigurationBuilder()
        .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Ticket:Key", key)]).Build(), _time);

    private static HttpRequest Carrying(string ticket)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers[PetitionTickets.Header] = ticket;
        return request;
    }
}
