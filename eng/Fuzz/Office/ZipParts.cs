using System.IO.Compression;

namespace Extraction.Fuzz.Office;

/// <summary>Takes packages apart and puts them together.</summary>
internal static class ZipParts
{
    /// <summary>The parts of a package; null for one that is damaged already.</summary>
    internal static List<(string Name, byte[] Bytes)>? TryRead(byte[] package)
    {
        try
        {
            return Read(package);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static List<(string Name, byte[] Bytes)> Read(byte[] package)
    {
        using var archive = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        var parts = new List<(string, byte[])>();
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using Stream stream = entry.Open();
            var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            parts.Add((entry.FullName, bytes.ToArray()));
        }
        return parts;
    }

    internal static byte[] Write(IEnumerable<(string Name, byte[] Bytes)> parts)
    {
        var package = new MemoryStream();
        using (var archive = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
            foreach ((string name, byte[] bytes) in parts)
            {
                using Stream stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(bytes);
            }
        return package.ToArray();
    }
}
