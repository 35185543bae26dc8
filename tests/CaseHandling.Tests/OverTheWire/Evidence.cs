using System.Security.Cryptography;
using System.Text;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.CaseHandling.Tests.OverTheWire;

/// <summary>What Intake would answer for its part of a bundle: a chain of one entry that fits.</summary>
internal static class Evidence
{
    public static object Of(Guid petition)
    {
        const string State = """{"number":"120104-20260302-0001"}""";
        var entry = RecordChain.Next(null, new RecordDraft(petition, "Register", "clerk", "120104-xfb", new(2026, 3, 2, 1, 42, 0, TimeSpan.Zero),
            "《信访工作条例》第二十一条", "{}", null, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(State)))));
        return new
        {
            petitionId = petition,
            state = State,
            record = new[]
            {
                new
                {
                    entry.Seq, entry.Act, entry.By, entry.Organ, entry.At, entry.Article, entry.Facts, entry.Before, entry.After,
                    previousHash = Convert.ToHexStringLower(entry.PreviousHash), hash = Convert.ToHexStringLower(entry.Hash),
                },
            },
        };
    }
}
