using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.ServiceDefaults.Persistence;

/// <summary>A value that is read and written whole, as jsonb.</summary>
public static class JsonColumn
{
    /// <summary>The text that is stored.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, MessageTypes.Json);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, MessageTypes.Json)!;

    /// <summary>Maps a property of an immutable type: its value is replaced, never changed in place.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) => property.HasColumnType("jsonb")
        // Named, although it is what EF would take: else it warns of every list.
        .HasConversion(value => Write(value), text => Read<T>(text), new ValueComparer<T>(favorStructuralComparisons: false));
}
