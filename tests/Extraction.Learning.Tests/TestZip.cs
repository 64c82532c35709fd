using System.IO.Compression;

namespace Extraction.Learning.Tests;

/// <summary>Changes zip files the way runs, disks and accidents do.</summary>
internal static class TestZip
{
    internal static byte[] WithTimeStamps(byte[] zip) => Change(zip, archive =>
    {
        foreach (ZipArchiveEntry entry in archive.Entries) entry.LastWriteTime = new DateTimeOffset(2020, 2, 2, 2, 2, 2, TimeSpan.Zero);
    });

    internal static byte[] WithLastByteOfLastEntryChanged(byte[] zip) => Change(zip, archive =>
    {
        using Stream stream = archive.Entries[^1].Open();
        stream.Seek(-1, SeekOrigin.End);
        int last = stream.ReadByte();
        stream.Seek(-1, SeekOrigin.End);
        stream.WriteByte((byte)(last ^ 1));
    });

    private static byte[] Change(byte[] zip, Action<ZipArchive> change)
    {
        var stream = new MemoryStream();
        stream.Write(zip);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true)) change(archive);
        return stream.ToArray();
    }
}
