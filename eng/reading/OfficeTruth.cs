using System.IO.Compression;
using System.Xml;

namespace Extraction.ReadingMeasure;

/// <summary>The text in the parts of an Open XML package that its main part leads to, by a scan that shares no code with the readers.</summary>
internal static class OfficeTruth
{
    private const long LargestPart = 100L << 20;

    private static readonly string[] Followed =
    [
        "slide", "notesSlide", "comments", "chart", "chartEx", "diagramData", "chartUserShapes", "header", "footer", "footnotes", "endnotes",
    ];

    /// <summary>Null where the package cannot be opened or has no main part.</summary>
    internal static Truth? Of(Stream package)
    {
        try
        {
            using var archive = new ZipArchive(package, ZipArchiveMode.Read);
            var counts = new CharacterCounts();
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            var waiting = new Queue<string>(Relations(archive, "").Where(relation => relation.Type == "officeDocument").Select(relation => relation.Target));
            if (waiting.Count == 0) return null;
            while (waiting.TryDequeue(out string? part))
            {
                if (!seen.Add(part)) continue;
                HashSet<string>? slides = Scan(archive, part, counts);
                foreach ((string id, string type, string target) in Relations(archive, part))
                    if (Followed.Contains(type) && (type != "slide" || slides?.Contains(id) == true)) waiting.Enqueue(target);
            }
            return new Truth(counts, null);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or XmlException or NotSupportedException)
        {
            return null;
        }
    }

    private static HashSet<string>? Scan(ZipArchive archive, string part, CharacterCounts counts)
    {
        using XmlReader? reader = Open(archive, part);
        if (reader is null) return null;
        var scan = new OfficePartScan();
        try
        {
            scan.Run(reader);
        }
        catch (XmlException)
        {
            // what stands before the damage is still there
        }
        counts.Add(scan.Counts);
        return scan.SlideIds;
    }

    private static List<(string Id, string Type, string Target)> Relations(ZipArchive archive, string part)
    {
        int slash = part.LastIndexOf('/');
        string folder = part[..(slash + 1)];
        var relations = new List<(string, string, string)>();
        using XmlReader? reader = Open(archive, $"{folder}_rels/{part[(slash + 1)..]}.rels");
        while (reader?.Read() == true)
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("TargetMode") != "External"
                && reader.GetAttribute("Type") is { } type && reader.GetAttribute("Target") is { } target)
                relations.Add((reader.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (string step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (step == ".." && steps.Count > 0) steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or "..")) steps.Add(step);
        return string.Join('/', steps);
    }

    private static XmlReader? Open(ZipArchive archive, string part)
    {
        ZipArchiveEntry? entry = archive.Entries.FirstOrDefault(entry => string.Equals(entry.FullName.Replace('\\', '/'), part, StringComparison.OrdinalIgnoreCase));
        if (entry is null) return null;
        if (entry.Length > LargestPart) throw new InvalidDataException("A part that no document has.");
        var settings = new XmlReaderSettings { CheckCharacters = false, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true };
        return XmlReader.Create(entry.Open(), settings);
    }
}
