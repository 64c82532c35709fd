using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using CsCheck;

namespace Extraction.Isolation.Tests.Wire;

/// <summary>Makes and prints values of any record by what reflection finds in it, so that a property that is added takes part without more ado.</summary>
internal static class ReflectedGen
{
    private static readonly MethodInfo ListMethod = typeof(ReflectedGen).GetMethod(nameof(List), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Values of the type with every settable property set at random.</summary>
    internal static Gen<object?> Of(Type type, NullabilityInfo? nullability = null)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Maybe(Of(inner));
        Gen<object?> value = Scalar(type) ?? (IsList(type) ? Items(type, nullability) : type.IsAbstract ? Descendants(type) : Record(type));
        return nullability?.WriteState == NullabilityState.Nullable ? Maybe(value) : value;
    }

    /// <summary>Every public property, nested to the end.</summary>
    internal static string Print(object? value)
    {
        var text = new StringBuilder();
        Print(text, value);
        return text.ToString();
    }

    private static Gen<object?>? Scalar(Type type)
    {
        if (type == typeof(int)) return Gen.Int.Select(value => (object?)value);
        if (type == typeof(long)) return Gen.Long.Select(value => (object?)value);
        if (type == typeof(double)) return Gen.Double.Select(value => (object?)value);
        if (type == typeof(bool)) return Gen.Bool.Select(value => (object?)value);
        // lone surrogates included
        if (type == typeof(string)) return Gen.Char.Array[0, 6].Select(value => (object?)new string(value));
        return type.IsEnum ? Gen.Int[0, Enum.GetValues(type).Length - 1].Select(index => Enum.GetValues(type).GetValue(index)) : null;
    }

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    private static Gen<object?> Items(Type type, NullabilityInfo? nullability)
    {
        Type item = type.GetGenericArguments()[0];
        return Of(item, nullability?.GenericTypeArguments[0]).Array[0, 3].Select(items => ListMethod.MakeGenericMethod(item).Invoke(null, [items]));
    }

    private static object List<T>(object?[] items) => items.Select(item => (T)item!).ToImmutableArray();

    private static Gen<object?> Descendants(Type type)
    {
        Gen<object?>[] kinds = [.. type.Assembly.GetTypes().Where(other => other.IsSubclassOf(type)).OrderBy(other => other.Name, StringComparer.Ordinal).Select(other => Of(other))];
        return Gen.Int[0, kinds.Length - 1].SelectMany(index => kinds[index]);
    }

    private static Gen<object?> Record(Type type)
    {
        ConstructorInfo constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        var context = new NullabilityInfoContext();
        (string Name, Gen<object?> Value)[] arguments =
            [.. constructor.GetParameters().Select(parameter => (parameter.Name!, Of(parameter.ParameterType, context.Create(parameter))))];
        PropertyInfo[] rest = [.. type.GetProperties().Where(property => property.CanWrite && !arguments.Any(argument => argument.Name == property.Name))];
        Gen<object?>[] all = [.. arguments.Select(argument => argument.Value), .. rest.Select(property => Of(property.PropertyType, context.Create(property)))];
        return Together(all).Select(values => Make(constructor, rest, values));
    }

    private static object? Make(ConstructorInfo constructor, PropertyInfo[] rest, object?[] values)
    {
        int count = constructor.GetParameters().Length;
        object made = constructor.Invoke(values[..count]);
        for (int i = 0; i < rest.Length; i++) rest[i].SetValue(made, values[count + i]);
        return made;
    }

    private static Gen<object?[]> Together(Gen<object?>[] gens) =>
        gens.Aggregate(Gen.Const(Array.Empty<object?>()), (done, next) => done.SelectMany(values => next.Select(value => (object?[])[.. values, value])));

    private static Gen<object?> Maybe(Gen<object?> value) => Gen.Bool.SelectMany(isThere => isThere ? value : Gen.Const((object?)null));

    private static void Print(StringBuilder text, object? value)
    {
        if (value is null) text.Append("null");
        else if (value is string characters) text.Append('"').AppendJoin(' ', characters.Select(character => ((int)character).ToString(CultureInfo.InvariantCulture))).Append('"');
        else if (value is IFormattable or bool && value.GetType() is { IsPrimitive: true } or { IsEnum: true }) text.Append(string.Create(CultureInfo.InvariantCulture, $"{value}"));
        else if (value is ReadOnlyMemory<byte> bytes) text.Append(Convert.ToHexString(bytes.Span));
        else if (value is IEnumerable items) PrintAll(text, items);
        else PrintProperties(text, value);
    }

    private static void PrintAll(StringBuilder text, IEnumerable items)
    {
        text.Append('[');
        foreach (object? item in items)
        {
            Print(text, item);
            text.Append(',');
        }
        text.Append(']');
    }

    private static void PrintProperties(StringBuilder text, object value)
    {
        text.Append(value.GetType().Name).Append('{');
        foreach (PropertyInfo property in value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            text.Append(property.Name).Append('=');
            Print(text, property.GetValue(value));
            text.Append(' ');
        }
        text.Append('}');
    }
}
