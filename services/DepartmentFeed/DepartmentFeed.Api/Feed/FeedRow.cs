using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.DepartmentFeed.Api.Feed;

/// <summary>Which organ is told of a fact besides the office, which is told of every one.</summary>
internal enum Audience
{
    /// <summary>区信访办 alone: the fact is about a petition nobody holds yet, or a step inside the organ that holds it.</summary>
    Office,

    /// <summary>The organ the petition is routed to, which holds it from now on. An organ that held it until now has lost it.</summary>
    Receiver,

    /// <summary>The organ that holds the petition and that the fact is about.</summary>
    Holder,

    /// <summary>As <see cref="Holder"/>; where the office agrees (art. 23) the organ has lost the petition and is told that instead.</summary>
    HolderOrFormer,

    /// <summary>As <see cref="Holder"/>, and the body that reviews or rechecks the opinion.</summary>
    HolderAndReviewer,
}

/// <summary>One row of the feed's table: how one contract becomes an event for departments.</summary>
internal sealed partial record FeedRow
{
    /// <summary>The contract that is consumed.</summary>
    public required Type Contract { get; init; }

    /// <summary>Name on the wire, e.g. cn.xinfang.intake.petition-assigned.v1.</summary>
    public required string Type { get; init; }

    /// <summary>The act in Chinese.</summary>
    public required string Title { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>What of the contract is told, in this order, after petitionId and number. Ids, codes and dates only.</summary>
    public required IReadOnlyList<PropertyInfo> Data { get; init; }

    /// <summary>When it happened; null where the contract knows the day only.</summary>
    public required Func<object, DateTimeOffset?> Time { get; init; }

    /// <summary>Makes a row; the name on the wire follows from the name of the contract.</summary>
    /// <param name="title">The act in Chinese.</param>
    /// <param name="audience">Who is told besides the office.</param>
    /// <param name="data">The properties told: e => new { e.Organ, … }.</param>
    /// <param name="time">When it happened.</param>
    public static FeedRow Of<T>(string title, Audience audience, Expression<Func<T, object>> data, Func<T, DateTimeOffset>? time = null) where T : class => new()
    {
        Contract = typeof(T),
        Type = NameOf(typeof(T)),
        Title = title,
        Audience = audience,
        Data = [.. ((NewExpression)data.Body).Arguments.Select(argument => (PropertyInfo)((MemberExpression)argument).Member)],
        Time = fact => time?.Invoke((T)fact),
    };

    /// <summary>The data of one event. Of a sealed petition nothing but its id and the seal is told (art. 30).</summary>
    public JsonObject DataOf(object fact, Guid petition, string? number, bool @sealed)
    {
        if (@sealed) return SealedData(petition);
        var data = new JsonObject { ["petitionId"] = petition };
        if (number is not null) data["number"] = number;
        foreach (var property in Data)
        {
            if (property.GetValue(fact) is not { } value) continue;
            data[Wire(property)] = JsonSerializer.SerializeToNode(value, value.GetType(), MessageTypes.Json);
        }
        return data;
    }

    /// <summary>All that may be told of a sealed petition (art. 30).</summary>
    public static JsonObject SealedData(Guid petition) => new() { ["petitionId"] = petition, ["sealed"] = true };

    /// <summary>Name of a property on the wire.</summary>
    public static string Wire(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static string NameOf(Type contract)
    {
        var service = contract.Namespace!.Split('.')[^2]; // Xinfang.Contracts.Intake.V1; the feed's own facts lie in Xinfang.DepartmentFeed.Api.Feed
        if (service == "Api") service = contract.Namespace.Split('.')[1];
        return $"cn.xinfang.{Kebab(service)}.{Kebab(contract.Name)}.v1";
    }

    private static string Kebab(string name) => WordStart().Replace(name, "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}
