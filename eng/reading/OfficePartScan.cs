using System.Xml;

namespace Extraction.ReadingMeasure;

/// <summary>
/// Counts the text that one part shows: runs, formulas, cached strings of charts, points of diagrams and remarks; without what was deleted or
/// moved away, codes of fields, reading aids, and the second branch of alternate content.
/// </summary>
internal sealed class OfficePartScan
{
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal) { "del", "moveFrom", "rt", "instrText", "delText" };
    private static readonly HashSet<string> Repeated = new(StringComparer.Ordinal) { "cat", "xVal", "strDim" };
    private readonly Stack<Level> levels = new();
    private CharacterCounts? category;
    private CharacterCounts categories = new();

    /// <summary>The characters found so far.</summary>
    internal CharacterCounts Counts { get; } = new();

    /// <summary>Relationship ids of the slides that a presentation shows.</summary>
    internal HashSet<string> SlideIds { get; } = new(StringComparer.Ordinal);

    internal void Run(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element) Enter(reader);
            else if (reader.NodeType == XmlNodeType.EndElement) Leave(levels.Pop());
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && levels.TryPeek(out Level? level) && level is { Skipped: false, IsText: true })
                (category ?? Counts).Add(reader.Value);
        }
        Counts.Add(categories);
    }

    private void Enter(XmlReader reader)
    {
        Level? parent = levels.TryPeek(out Level? top) ? top : null;
        string name = reader.LocalName;
        if (name == "sldId" && reader.GetAttribute("id", OfficeRelations(reader)) is { } id) SlideIds.Add(id);
        bool isBranch = parent?.Name == "AlternateContent";
        var level = new Level(name, parent?.Skipped == true || IsUnseen(reader, name) || (isBranch && parent!.HasChosen), IsText(reader, name, parent));
        if (isBranch) parent!.HasChosen = true;
        if (Repeated.Contains(name)) category ??= new CharacterCounts();
        if (reader.IsEmptyElement) Leave(level);
        else levels.Push(level);
    }

    // every series of a chart repeats the categories
    private void Leave(Level level)
    {
        if (!Repeated.Contains(level.Name) || category is null) return;
        categories = categories.With(category, Math.Max);
        category = null;
    }

    private static bool IsUnseen(XmlReader reader, string name) => (name == "pt" && reader.GetAttribute("type") == "pres") || name.EndsWith("Pr", StringComparison.Ordinal)
        || (Unseen.Contains(name) && reader.NamespaceURI.Contains("wordprocessingml", StringComparison.Ordinal));

    private bool IsText(XmlReader reader, string name, Level? parent) => name switch
    {
        "t" => true,
        "text" => parent?.Name is "cm",
        // values of numbers are shown as their format says, not as they are stored
        "v" => parent?.Name == "tx" || (parent?.Name == "pt" && levels.Any(level => level.Name is "strCache" or "strLit" or "multiLvlStrCache")),
        "pt" => parent?.Name == "lvl" && levels.Any(level => level.Name == "strDim") && reader.NamespaceURI.Contains("chartex", StringComparison.Ordinal),
        _ => false,
    };

    private static string OfficeRelations(XmlReader reader) => reader.NamespaceURI.StartsWith("http://purl.oclc.org", StringComparison.Ordinal)
        ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
        : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private sealed record Level(string Name, bool Skipped, bool IsText)
    {
        internal bool HasChosen { get; set; }
    }
}
