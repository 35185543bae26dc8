using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace Xinfang.ServiceDefaults.Http;

/// <summary>Every element of the list is there: JSON can say null where the type of the elements cannot. An absent list is valid.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NoNullsAttribute() : ValidationAttribute("不能有空的一项。")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is not IEnumerable elements || elements.Cast<object?>().All(element => element is not null);
}
