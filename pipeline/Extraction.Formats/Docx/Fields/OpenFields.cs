using System.Xml.Linq;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx.Fields;

/// <summary>The fields that are open where a story is being read; a table of contents stays open over many paragraphs.</summary>
internal sealed class OpenFields(FieldMap map)
{
    private static readonly XNamespace W = OoxmlNames.W;
    private readonly List<(Field Field, bool InResult)> open = [];

    /// <summary>Whether what stands here is part of an instruction.</summary>
    public bool IsInstruction => open.Count > 0 && open.Exists(entry => !entry.InResult);

    /// <summary>Whether what stands here is a table of contents or an index.</summary>
    public bool IsContents => open.Count > 0 && open.Exists(entry => entry is { InResult: true, Field.IsContents: true });

    /// <summary>Where a click here leads, null for nowhere.</summary>
    public string? Link => open.Count == 0 ? null : open.FindLast(entry => entry is { InResult: true, Field.Link: not null }).Field?.Link;

    /// <summary>Opens, turns or ends a field.</summary>
    /// <returns>What a field without a stored result shows, empty for nothing.</returns>
    public string Mark(PartElement mark)
    {
        if (map.Of(mark) is not { } field) return "";
        switch (mark.Attribute(W + "fldCharType"))
        {
            case "begin":
                open.Add((field, false));
                return "";
            case "separate":
                int index = open.FindIndex(other => other.Field == field);
                if (index >= 0) open[index] = (field, true);
                return "";
            default:
                open.RemoveAll(other => other.Field == field);
                return field.HasResult ? "" : field.ShownWithoutResult();
        }
    }

    /// <summary>Opens a field whose result is what its element wraps.</summary>
    public void Begin(Field field) => open.Add((field, true));

    /// <summary>Ends a field.</summary>
    public void End(Field field) => open.RemoveAll(other => other.Field == field);
}
