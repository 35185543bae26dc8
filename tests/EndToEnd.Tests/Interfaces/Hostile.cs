using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xinfang.EndToEnd.Tests.Running;

namespace Xinfang.EndToEnd.Tests.Interfaces;

/// <summary>Bad requests made from a service's own description and a good body.</summary>
internal static class Hostile
{
    /// <summary>Larger than any body may be.</summary>
    private static readonly string TenMegabytes = new('长', 10 * 1024 * 1024 / 3);

    /// <summary>As JSON, because some cannot be written as .NET text: what no field may keep.</summary>
    private static readonly (string What, string Json)[] NotText =
    [
        ("U+0000", "\"水管\\u0000漏水，一直没有人修\""), ("a control character", "\"水管\\u0007漏水，一直没有人修\""), ("a lone high surrogate", "\"水管\\ud800漏水，一直没有人修\""),
        ("a lone low surrogate", "\"水管\\udc00漏水，一直没有人修\""), ("surrogates in the wrong order", "\"水管\\udc00\\ud800漏水，一直没有人修\""),
        ("a right-to-left override", "\"水管\\u202e漏水，一直没有人修\""), ("an isolate", "\"水管\\u2066漏水，一直没有人修\""), ("a byte order mark inside", "\"水管\\ufeff漏水，一直没有人修\""),
        ("noncharacters", "\"水管\\uffff\\ufffe漏水，一直没有人修\""), ("a delete character", "\"水管\\u007f漏水，一直没有人修\""),
    ];

    /// <summary>What people may really write, or try: kept as it is, or refused in words.</summary>
    private static readonly (string What, string Text)[] Strange =
    [
        ("SQL", "'; drop table petition; --"), ("SQL, once more", "\" or 1=1 /*"), ("a script", "<script>alert(document.cookie)</script>"), ("an image with a handler", "<img src=x onerror=alert(1)>"),
        ("a template", "{{7*7}} ${7*7} <%= 7*7 %> #{7*7}"), ("a lookup", "${jndi:ldap://localhost/x}"), ("format characters", "%s%n%x%d"), ("a path", "../../../../etc/passwd"),
        ("lines of headers", "水管漏水\r\nSet-Cookie: a=b\r\n\r\n"), ("a flood of combining marks", "e" + new string('\u0301', 3000)), ("families of emoji", string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦🏳️‍🌈", 40))),
        ("right-to-left letters", "مرحبا بالعالم שלום"), ("zero-width characters", "水\u200b管\u200d漏\u2060水一直没有人修"), ("characters outside the first plane", "𠮷野家𡈽𠀋𪚥，一直没有人修"),
        ("private use", "\ue000\uf8ff，一直没有人修"), ("blanks only", " \t\r\n　\u00a0"), ("nothing", ""), ("one letter", "x"),
        ("a formula", "=cmd|' /C calc'!A0"), ("XML", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"), ("the word null", "null"), ("too many letters", new string('水', 10_001)), ("far too many letters", new string('x', 600_000)),
    ];

    private static readonly string[] NotAWord = ["\"Nonsense\"", "\"\"", "0", "1", "-1", "true", "{}", "[]", "\"red ress\""];

    /// <summary>Bodies that no endpoint can take.</summary>
    public static IEnumerable<Sent> Malformed(Sent good, bool bodyRequired)
    {
        var json = Encoding.UTF8.GetString(good.Body!);
        foreach (var (what, text) in new[]
        {
            ("half a body", json[..(json.Length / 2)]), ("an opening brace", "{"), ("an unclosed text", "{\"a\":\"b"), ("a comma too many", json[..^1] + ",}"), ("a comment", "/* x */" + json),
            ("single quotes", "{'a':'b'}"), ("a list", "[]"), ("a list of it", $"[{json}]"), ("a text", "\"text\""), ("a number", "12"), ("a truth", "true"), ("two bodies", json + json), ("not a number", "{\"a\":NaN}"),
            ("far too deep", string.Concat(Enumerable.Repeat("{\"a\":", 2000)) + "1" + new string('}', 2000)), ("deep lists", new string('[', 5000)), ("XML", "<petition/>"), ("a form", "a=b&c=d"), ("blanks", "   "), ("U+0000", "\0\0\0\0"),
        })
            yield return good.WithJson(text) with { What = what, MustBeRefused = bodyRequired || text.Trim(' ').Length > 0 };
        yield return good with { What = "not UTF-8", MustBeRefused = true, Body = [.. "{\"a\":\""u8, 0xff, 0xfe, 0xc3, 0x28, .. "\"}"u8] };
        yield return good with { What = "overlong UTF-8", MustBeRefused = true, Body = [.. "{\"a\":\""u8, 0xc0, 0x80, .. "\"}"u8] };
        yield return good with { What = "nothing", MustBeRefused = bodyRequired, Body = [] };
        yield return good.WithJson("null") with { What = "null", MustBeRefused = bodyRequired };
        foreach (var type in new[] { "text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/octet-stream", "application/jsonx", "nonsense", "application/json; charset=nonsense", null })
            yield return good with { What = $"content type {type ?? "missing"}", MustBeRefused = true, ContentType = type };
    }

    /// <summary>Every field of the body in every wrong way.</summary>
    public static IEnumerable<Sent> WrongFields(Sent good, Shape shape)
    {
        var json = JsonNode.Parse(good.Body!)!;
        foreach (var (path, at, parent) in Places(shape, json))
        {
            foreach (var (what, value) in WrongFor(at)) yield return With(what, path, value, true);
            foreach (var (what, value) in DoubtfulFor(at)) yield return With(what, path, value, false);
            if (!at.Nullable) yield return With("null", path, "null", true);
            else yield return With("null", path, "null", false);
            if (path.Count > 0 && path[^1] is string name) yield return good.WithJson(Without(json, path)) with { What = $"{Name(path)} is missing", MustBeRefused = parent?.Required.Contains(name) ?? false };
            if (at.Kind == "object" && Reach(json, path) is JsonObject)
                foreach (var extra in new[] { "unknown", "__proto__", "$type", "" })
                    yield return good.WithJson(Put(json, [.. path, extra], "1")) with { What = $"{Name(path)} has a member \"{extra}\" nobody knows", MustBeRefused = true };
        }

        Sent With(string what, IReadOnlyList<object> path, string value, bool refused) => good.WithJson(Put(json, path, value)) with { What = $"{Name(path)} is {what}", MustBeRefused = refused };
    }

    /// <summary>A text of ten megabytes in the first field that takes one.</summary>
    public static IEnumerable<Sent> FarTooLarge(Sent good, Shape shape)
    {
        var json = JsonNode.Parse(good.Body!)!;
        foreach (var (path, at, _) in Places(shape, json).Where(place => place.At.Kind == "string").Take(1))
            yield return good.WithJson(Put(json, path, $"\"{TenMegabytes}\"")) with { What = $"{Name(path)} has ten megabytes", MustBeRefused = true, AskFirst = true };
    }

    /// <summary>Several fields wrong at once, as chance has it.</summary>
    public static IEnumerable<Sent> AtRandom(Sent good, Shape shape, Random random, int count)
    {
        var json = JsonNode.Parse(good.Body!)!;
        var places = Places(shape, json).Where(place => place.Path.Count > 0).ToList();
        for (var i = 0; i < count && places.Count > 0; i++)
        {
            var text = good.Body!;
            var what = new List<string>();
            for (var j = random.Next(1, 4); j > 0; j--)
            {
                var (path, at, _) = places[random.Next(places.Count)];
                var choices = WrongFor(at).Concat(DoubtfulFor(at)).Append(("null", "null")).ToList();
                var (name, value) = choices[random.Next(choices.Count)];
                try
                {
                    text = Encoding.UTF8.GetBytes(Put(JsonNode.Parse(text) ?? throw new JsonException("null"), path, value));
                    what.Add($"{Name(path)} is {name}");
                }
                catch (Exception e) when (e is InvalidOperationException or JsonException or ArgumentOutOfRangeException)
                {
                    // An earlier change has taken this place away.
                }
            }
            yield return good with { What = string.Join(", ", what), Body = text, MustBeRefused = false };
        }
    }

    /// <summary>Addresses, queries, methods and headers that are wrong whatever the body is.</summary>
    public static IEnumerable<Sent> WrongAddresses(Described endpoint, Sent good, IReadOnlySet<string> methods)
    {
        foreach (var method in new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "LINK", "GETT" })
            if (!methods.Contains(method)) yield return good with { What = "wrong method", Method = method, MustBeRefused = true, Body = method is "GET" or "TRACE" ? null : good.Body };
        foreach (var name in endpoint.Parameters.Where(parameter => parameter.In == "path").Select(parameter => parameter.Name))
        {
            var fixedPart = endpoint.Path.Split('/');
            var goodPart = good.Path.Split('?')[0].Split('/');
            var at = Array.FindIndex(fixedPart, part => part.Contains($"{{{name}}}", StringComparison.Ordinal)); // a file's name has its ending, too
            foreach (var value in new[]
            {
                "not-a-guid", "0", "-1", "%27%20or%201%3D1", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e%2f", "%5c..%5c", "%ff%fe", "%E2%80%AE", "%E6%B0%B4%E7%AE%A1", "%F0%9F%98%80", "%0a", "%0d%0aX:y", "%3Cscript%3E", ";a=b", "*", "~", "null", "undefined",
                "{00000000-0000-0000-0000-000000000000}", "00000000-0000-0000-0000-000000000000", "00000000000000000000000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", Guid.CreateVersion7().ToString(), new string('a', 1500), new string('9', 300),
            })
            {
                var parts = goodPart.ToArray();
                parts[at] = fixedPart[at].Replace($"{{{name}}}", value, StringComparison.Ordinal);
                // A fresh version-7 id is what a registration needs.
                yield return good with { What = $"{name} in the address is {(value.Length > 40 ? value[..40] : value)}", Path = string.Join('/', parts), MustBeRefused = good.Method != "PUT" };
            }
        }
        foreach (var name in endpoint.Parameters.Where(parameter => parameter.In == "query").Select(parameter => parameter.Name).Append("nobody"))
            foreach (var value in new[]
            {
                "", "0", "-1", "1", "101", "100000", "2147483648", "99999999999999999999999", "1.5", "1e3", "NaN", "abc", "%27%20or%201%3D1--", "%00", "%E2%80%AE", "%ff", "%F0%9F%98%80", "%E6%B0%B4", "%0d%0aSet-Cookie:a%3Db", "%3Cscript%3E", "true", "null", "All", "all", "Nonsense", "eyJhIjoxfQ",
                "eyJEdWVPbiI6IjIwMjYtMDEtMDEiLCJJZCI6IngifQ", "bnVsbA", "W10", "IiI", "MQ", "-MQ", "....", "eyJEdWVPbiI6Ijk5OTktMTItMzEiLCJJZCI6IjAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwMCJ9", new string('A', 600), new string('z', 1200), "9223372036854775807", "-9223372036854775808", "1&limit=2", "1%261",
            })
                yield return good with { What = $"{name}={(value.Length > 40 ? value[..40] : value)}", Path = $"{good.Path}?{name}={value}", MustBeRefused = value is "%00" or "%E2%80%AE" };
        if (endpoint.Parameters.Any(parameter => parameter.Name == "Idempotency-Key"))
            foreach (var key in new[] { null, "", "short", "with blank 1", new string('a', 65), new string('a', 4000), "钥匙钥匙钥匙钥匙", "'; drop table", "<script>", "a\tb\tc\td\te" })
                yield return good with { What = $"Idempotency-Key is {key}", IdempotencyKey = key, MustBeRefused = true };
        foreach (var (name, value) in new[] { ("If-Match", "nonsense"), ("If-Match", "\"0\""), ("Accept", "image/png"), ("Accept-Language", new string('x', 3000)), ("traceparent", "nonsense"), ("traceparent", "00-" + new string('0', 32) + "-" + new string('0', 16) + "-01"), ("X-Forwarded-For", "' or 1=1"), ("X-Forwarded-Host", "elsewhere.invalid"), ("Range", "bytes=9-1"), ("Cookie", "a=\u00ff; ;;=") })
            yield return good with { What = $"header {name}: {(value.Length > 40 ? value[..40] : value)}", Headers = [(name, value)], MustBeRefused = false };
    }

    /// <summary>Tokens that open nothing.</summary>
    public static IEnumerable<Sent> WrongTokens(Sent good, IEnumerable<(string What, string? Value)> tokens) =>
        tokens.Select(token => good with { What = $"token: {token.What}", Bearer = token.Value, Ticket = null, MustBeRefused = true });

    public static IEnumerable<Sent> WrongTickets(Sent good, string ticket) => new[]
    {
        ("none", null), ("empty", ""), ("nonsense", "nonsense"), ("a letter changed", (ticket[0] == 'A' ? 'B' : 'A') + ticket[1..]), ("half of it", ticket[..(ticket.Length / 2)]), ("twice", ticket + ticket),
        ("SQL", "' or 1=1 --"), ("far too long", new string('A', 4000)), ("zeros", new string('A', ticket.Length)), ("not ASCII", "票票票票"), ("another's number", "120104-20260101-0001"),
    }.Select(each => good with { What = $"ticket: {each.Item1}", Ticket = each.Item2, MustBeRefused = true });

    private static IEnumerable<(string What, string Json)> WrongFor(Shape at) => at switch
    {
        { Words.Count: > 0 } => NotAWord.Select(word => ($"the word {word}", word)),
        { Kind: "string", Format: "uuid" } => [("no id", "\"x\""), ("an empty id", "\"\""), ("an id in braces", "\"{00000000-0000-0000-0000-000000000000}\""), ("a number", "1"), ("an object", "{}"), ("a list", "[]")],
        { Kind: "string", Format: "date" } => [("the 30th of February", "\"2026-02-30\""), ("a date of another order", "\"02/03/2026\""), ("empty", "\"\""), ("a number", "20260302"), ("an instant", "\"2026-03-02T00:00:00Z\""), ("year 0", "\"0000-01-01\""), ("a word", "\"today\""), ("a list", "[]")],
        { Kind: "string" } => [("a number", "12"), ("a fraction", "1.5"), ("a truth", "true"), ("an object", "{}"), ("a list", "[]"), ("a list of texts", "[\"a\"]"), .. NotText],
        { Kind: "integer" } => [("a text", "\"x\""), ("a number as text", "\"12\""), ("a fraction", "1.5"), ("a truth", "true"), ("an object", "{}"), ("a list", "[]"), ("too large", "99999999999999999999"), ("far too large", "1e400"), ("too small", "-2147483649")],
        { Kind: "number" } => [("a text", "\"x\""), ("a truth", "true"), ("an object", "{}")],
        { Kind: "boolean" } => [("a text", "\"true\""), ("a number", "1"), ("an object", "{}"), ("a list", "[]")],
        { Kind: "array" } => [("a text", "\"x\""), ("an object", "{}"), ("a number", "1"), ("a truth", "true"), ("a list in a list", "[[[]]]")],
        { Kind: "object" } => [("a text", "\"x\""), ("a list", "[]"), ("a number", "1"), ("a truth", "false")],
        _ => [],
    };

    private static IEnumerable<(string What, string Json)> DoubtfulFor(Shape at) => at switch
    {
        { Words.Count: > 0 } => at.Words.Select(word => ($"the word {word}", $"\"{word}\"")),
        { Kind: "string", Format: "uuid" } => [("an empty id", $"\"{Guid.Empty}\""), ("the largest id", "\"ffffffff-ffff-ffff-ffff-ffffffffffff\"")],
        { Kind: "string", Format: "date" } => [("the first day", "\"0001-01-01\""), ("the last day", "\"9999-12-31\""), ("a day long ago", "\"1900-01-01\"")],
        { Kind: "string" } => Strange.Select(strange => (strange.What, JsonSerializer.Serialize(strange.Text, People.Json))),
        { Kind: "integer" } => [("0", "0"), ("-1", "-1"), ("the largest", "2147483647"), ("the smallest", "-2147483648"), ("61", "61")],
        { Kind: "boolean" } => [("true", "true"), ("false", "false")],
        { Kind: "array", Items: { } items } => [("an empty list", "[]"), ("a list with null", "[null]"), ("a long list", "[" + string.Join(',', Enumerable.Repeat(SampleOf(items), 2000)) + "]")],
        { Kind: "object" } => [("an empty object", "{}")],
        _ => [],
    };

    private static string SampleOf(Shape shape) => shape.Kind switch
    {
        "string" when shape.Format == "uuid" => $"\"{Guid.Empty}\"",
        "string" when shape.Words.Count > 0 => $"\"{shape.Words[0]}\"",
        "string" => "\"水管漏水\"",
        "integer" or "number" => "1",
        "boolean" => "true",
        "array" => "[]",
        _ => "{" + string.Join(',', shape.Members.Select(member => $"\"{member.Key}\":{SampleOf(member.Value)}")) + "}",
    };

    /// <summary>Every place of the body: the whole, each member, the first element of each list.</summary>
    private static IEnumerable<(IReadOnlyList<object> Path, Shape At, Shape? Parent)> Places(Shape shape, JsonNode? json)
    {
        var waiting = new Stack<(IReadOnlyList<object> Path, Shape At, Shape? Parent, JsonNode? Json)>([([], shape, null, json)]);
        while (waiting.TryPop(out var place))
        {
            yield return (place.Path, place.At, place.Parent);
            foreach (var (name, member) in place.At.Members)
                if (place.Json is JsonObject) waiting.Push(([.. place.Path, name], member, place.At, place.Json[name]));
            if (place.At.Items is { } items && place.Json is JsonArray { Count: > 0 } list) waiting.Push(([.. place.Path, 0], items, place.At, list[0]));
        }
    }

    private static JsonNode? Reach(JsonNode json, IReadOnlyList<object> path) =>
        path.Aggregate((JsonNode?)json, (at, step) => step is int index ? at?[index] : at?[(string)step]);

    /// <summary>The body with raw JSON in one place.</summary>
    private static string Put(JsonNode json, IReadOnlyList<object> path, string value)
    {
        const string Mark = "@@here@@";
        if (path.Count == 0) return value;
        var copy = json.DeepClone();
        var at = copy;
        foreach (var step in path.SkipLast(1)) at = (step is int index ? at[index] : at[(string)step]) ?? throw new InvalidOperationException("This place is gone.");
        if (path[^1] is int last) at.AsArray()[last] = Mark;
        else at.AsObject()[(string)path[^1]] = Mark;
        return copy.ToJsonString(People.Json).Replace($"\"{Mark}\"", value, StringComparison.Ordinal);
    }

    private static string Without(JsonNode json, IReadOnlyList<object> path)
    {
        var copy = json.DeepClone();
        var at = copy;
        foreach (var step in path.SkipLast(1)) at = step is int index ? at![index] : at![(string)step];
        at!.AsObject().Remove((string)path[^1]);
        return copy.ToJsonString(People.Json);
    }

    private static string Name(IReadOnlyList<object> path) => path.Count == 0 ? "the body" : string.Join('.', path);
}
