using Microsoft.AspNetCore.Identity;
using Xinfang.Identity.Api.Accounts;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Identity.Tests;

/// <summary>口令和三员分立 (GB/T 22239-2019 8.1.4.1, 8.1.5).</summary>
public class ChoosingPasswords
{
    private static readonly DateTimeOffset Now = new(2026, 5, 6, 2, 0, 0, TimeSpan.Zero);
    private static readonly PasswordHasher<Account> Hasher = new();

    [Theory]
    [InlineData("Ab3!xyzqmwk", "password.too-short")]
    [InlineData("abcdefgh1234", "password.too-plain")]
    [InlineData("ABCDEFGH1234", "password.too-plain")]
    [InlineData("Zhang.San-2026", "password.is-the-name")]
    [InlineData("Nankai@20261", "password.common")]
    [InlineData("Password1234", "password.common")]
    [InlineData("Aa1Aa1Aa1Aa1", "password.common")]
    [InlineData("Ab3!xyzqmwkt", null)]
    [InlineData("lüren zou guo shui shang", null)]
    public void A_password_is_long_of_three_kinds_and_not_what_everybody_tries(string password, string? refusal) =>
        Assert.Equal(refusal, PasswordPolicy.Refuses(Person(), password, Hasher)?.Code);

    [Fact]
    public void The_present_one_and_the_last_five_do_not_come_back()
    {
        var person = Person();
        foreach (var n in Enumerable.Range(0, 7)) person.SetPassword(Hasher.HashPassword(person, $"Shuiguan-{n}-xiu"), Now);
        Assert.Equal(["password.used-before", .. Enumerable.Repeat("password.used-before", 5)], Enumerable.Range(1, 6).Select(n => PasswordPolicy.Refuses(person, $"Shuiguan-{n}-xiu", Hasher)?.Code));
        Assert.Null(PasswordPolicy.Refuses(person, "Shuiguan-0-xiu", Hasher));
    }

    [Fact]
    public void It_is_good_for_ninety_days()
    {
        var person = Person();
        person.SetPassword("hash", Now);
        Assert.False(person.HasOldPassword(Now.AddDays(90).AddTicks(-1)));
        Assert.True(person.HasOldPassword(Now.AddDays(90)));
    }

    [Fact]
    public void An_invitation_opens_once_within_72_hours_however_it_is_typed()
    {
        var person = Person();
        var code = person.Invite(Now);
        Assert.True(person.Opens(code.ToLowerInvariant().Replace('-', ' '), Now.AddHours(71)));
        Assert.False(person.Opens(code, Now.AddHours(72)));
        Assert.False(person.Opens(OneTimeCode.New(), Now));
        person.SetPassword("hash", Now);
        Assert.False(person.Opens(code, Now));
    }

    [Fact]
    public void The_three_administrators_do_no_other_work()
    {
        foreach (var one in DutyRules.Administrators)
        {
            Assert.Null(DutyRules.Refuses([one], Organs.Office));
            foreach (var other in DutyRules.OpenTo(Organs.Office).Where(each => each != one)) Assert.Equal(AccountRefusals.AdministratorsApart, DutyRules.Refuses([one, other], Organs.Office));
        }
        Assert.Null(DutyRules.Refuses([Duty.Register, Duty.Oversee], Organs.Office));
    }

    [Fact]
    public void A_duty_belongs_to_the_kind_of_organ()
    {
        Assert.Equal(AccountRefusals.DutyOfAnotherOrgan, DutyRules.Refuses([Duty.Handle], Organs.Office));
        Assert.Equal(AccountRefusals.DutyOfAnotherOrgan, DutyRules.Refuses([Duty.Audit], "120104-zjw"));
        Assert.Equal(AccountRefusals.UnknownDuty, DutyRules.Refuses([Duty.Feed], "120104-zjw"));
        Assert.Null(DutyRules.Refuses([Duty.Handle, Duty.Check], "120104-zjw"));
    }

    private static Account Person() => new() { Name = "zhang.san", DisplayName = "示例", Organ = "120104-zjw", Duties = [] };
}
