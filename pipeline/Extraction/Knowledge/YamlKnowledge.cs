using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Extraction.Knowledge;

/// <summary>Reads YAML files of the knowledge folder into plain classes; property names are written in snake_case.</summary>
public static class YamlKnowledge
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="KnowledgeException">Not well-formed, or an unknown property: with file and line.</exception>
    public static T Read<T>(KnowledgeFolder knowledge, string name)
        where T : class
    {
        IDeserializer deserializer = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();
        try
        {
            return deserializer.Deserialize<T>(knowledge.ReadText(name)) ?? throw new KnowledgeException(name, 1, "the file is empty");
        }
        catch (YamlException error)
        {
            throw new KnowledgeException(name, (int)error.Start.Line, error.InnerException?.Message ?? error.Message);
        }
    }

    /// <summary>Turns <c>open_source</c> or <c>agent-object</c> into a value of an enumeration.</summary>
    /// <exception cref="KnowledgeException">There is no such value.</exception>
    public static T Enum<T>(string file, string where, string value)
        where T : struct, Enum
    {
        string name = value.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        if (System.Enum.TryParse(name, ignoreCase: true, out T result) && System.Enum.IsDefined(result)) return result;
        throw new KnowledgeException(file, 0, $"'{value}' at '{where}' is none of {string.Join(", ", System.Enum.GetNames<T>())}");
    }
}
