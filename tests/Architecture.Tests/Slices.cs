using System.Reflection;
using System.Runtime.CompilerServices;

namespace Xinfang.Architecture.Tests;

public class Slices
{
    [Fact]
    public void Types_are_sealed_or_static_or_made_to_be_derived_from() => Assert.All(
        Services.ByName.Values.SelectMany(OurTypes).Where(type => type is { IsClass: true, IsAbstract: false } && type.Name is not ("Program" or "_Imports")
            && !type.IsAssignableTo(typeof(Microsoft.AspNetCore.Components.IComponent))), // Razor cannot seal what it generates
        type => Assert.True(type.IsSealed || HasHeirs(type), $"{type} is neither sealed nor derived from"));

    [Fact]
    public void Nothing_of_a_service_is_public_but_what_a_framework_must_see() => Assert.All(
        Services.WithEndpoints.SelectMany(name => OurTypes(Services.ByName[name])).Where(type => type is { IsPublic: true, IsNested: false } && type.Name != "Program"),
        type => Assert.True(type.Namespace!.EndsWith(".Migrations", StringComparison.Ordinal) || type.IsAssignableTo(typeof(Microsoft.EntityFrameworkCore.DbContext)), $"{type} is public"));

    [Fact]
    public void A_slice_never_uses_another_slices_request_or_response() => Assert.All(
        Services.WithEndpoints.SelectMany(name => OurTypes(Services.ByName[name])).Where(IsSlice), slice =>
            Assert.DoesNotContain(slice.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                .SelectMany(method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType))
                .SelectMany(Parts), type => type.DeclaringType is { } owner && owner != slice && IsSlice(owner)));

    /// <summary>A slice is a static class named after an act, with a method Handle.</summary>
    private static bool IsSlice(Type type) => type is { IsAbstract: true, IsSealed: true } && type.GetMethod("Handle", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic) is not null;

    private static IEnumerable<Type> Parts(Type type) => type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];

    private static bool HasHeirs(Type type) => type.Assembly.GetTypes().Any(other => other.BaseType == type);

    private static IEnumerable<Type> OurTypes(Assembly assembly) => assembly.GetTypes().Where(type =>
        type.Namespace?.StartsWith("Xinfang.", StringComparison.Ordinal) is true
        && !type.Namespace.EndsWith(".Migrations", StringComparison.Ordinal)
        && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.Contains('<', StringComparison.Ordinal)
        && !type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute)));
}
