using System.IO.Compression;
using System.Text;

namespace Extraction.SampleBuilder;

/// <summary>An Office package as a ZIP archive: the same bytes for the same parts.</summary>
public sealed class ZipFileBuilder
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static readonly DateTimeOffset Timestamp = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly List<(string Path, string Content)> parts = [];
    private readonly List<(string Path, string Type)> types = [];

    /// <summary>Adds an XML part with its content type; the XML declaration is written before <paramref name="xml"/>.</summary>
    public void Part(string path, string contentType, string xml)
    {
        parts.Add((path, Declaration + xml));
        types.Add((path, contentType));
    }

    /// <summary>Adds the relationships of a part; of the package where <paramref name="source"/> is empty.</summary>
    /// <param name="source">Path of the part.</param>
    /// <param name="relationships">Identifier, last word of the type's address, and target relative to the part.</param>
    public void Relationships(string source, params (string Id, string Type, string Target)[] relationships)
    {
        int slash = source.LastIndexOf('/') + 1;
        string entries = string.Concat(relationships.Select(relationship =>
            $"<Relationship Id=\"{relationship.Id}\" Type=\"{Namespaces.Relationships}/{relationship.Type}\" Target=\"{relationship.Target}\"/>"));
        parts.Add(($"{source[..slash]}_rels/{source[slash..]}.rels", $"{Declaration}<Relationships xmlns=\"{Namespaces.Package}/relationships\">{entries}</Relationships>"));
    }

    /// <summary>The archive.</summary>
    public byte[] Build()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", ContentTypes());
            foreach ((string path, string content) in parts) Write(archive, path, content);
        }
        return stream.ToArray();
    }

    private string ContentTypes() =>
        $"{Declaration}<Types xmlns=\"{Namespaces.Package}/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + string.Concat(types.Select(type => $"<Override PartName=\"/{type.Path}\" ContentType=\"{type.Type}\"/>")) + "</Types>";

    private static void Write(ZipArchive archive, string path, string content)
    {
        ZipArchiveEntry entry = archive.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = Timestamp;
        using Stream target = entry.Open();
        target.Write(Encoding.UTF8.GetBytes(content));
    }
}
