using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Extraction.Learning.Training;

/// <summary>
/// ML.NET's zip files differ from run to run by their time stamps only. This writes them without, entries in ordinal order, and
/// hashes what matters: names and contents.
/// </summary>
internal static class ModelArchive
{
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string NetworksEntry = "Networks";

    /// <summary>The same entries with bytes that depend on them alone, and networks beside them.</summary>
    internal static byte[] Canonical(byte[] zip, byte[] networks)
    {
        List<(string Name, byte[] Content)> entries = [.. Entries(zip).Where(entry => entry.Name != NetworksEntry), (NetworksEntry, networks)];
        using var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
            {
                ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.SmallestSize);
                entry.LastWriteTime = NoTime;
                using Stream stream = entry.Open();
                stream.Write(content);
            }
        }

        return target.ToArray();
    }

    /// <summary>What was stored beside ML.NET's entries.</summary>
    /// <exception cref="InvalidDataException">Not a zip file, or nothing was.</exception>
    internal static byte[] Networks(byte[] zip) =>
        Entries(zip).Find(entry => entry.Name == NetworksEntry).Content ?? throw new InvalidDataException("the networks are missing");

    /// <summary>64 hex digits over the entries' names and contents.</summary>
    /// <exception cref="InvalidDataException">Not a zip file.</exception>
    internal static string Hash(byte[] zip)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, byte[] content) in Entries(zip))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
            hash.AppendData(SHA256.HashData(content));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static List<(string Name, byte[] Content)> Entries(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        return [.. archive.Entries.Select(entry => (entry.FullName, Read(entry))).OrderBy(entry => entry.FullName, StringComparer.Ordinal)];
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using Stream stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
