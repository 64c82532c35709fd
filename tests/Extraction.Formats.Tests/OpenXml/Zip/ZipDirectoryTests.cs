using System.IO.Compression;
using System.Text;
using Extraction.Formats.OpenXml;
using Extraction.Formats.OpenXml.Zip;
using Extraction.Reading;

namespace Extraction.Formats.Tests.OpenXml.Zip;

public class ZipDirectoryTests
{
    private const int Most = 1000;
    private static readonly string[] Names = ["a.xml", "图/b.xml", "c.xml"];
    private static readonly string Content = string.Concat(Enumerable.Range(0, 400).Select(i => $"第{i}行 内容{i * i}\n"));
    private static readonly byte[] File = Zipped();

    [Fact]
    public void Entries_are_where_the_directory_says()
    {
        ZipListing listing = ZipDirectory.Read(File, Most);

        Assert.Equal(ZipState.Intact, listing.State);
        Assert.Equal(Names, listing.Entries.Select(entry => entry.Name));
        Assert.All(listing.Entries, entry => Assert.Equal((Content, true), Inflated(File, entry)));
    }

    [Fact]
    public void Junk_in_front_moves_the_entries() =>
        Assert.Equal(ZipState.Intact, ZipDirectory.Read([.. "junk"u8, .. File], Most).State);

    [Fact]
    public void A_comment_and_junk_behind_the_end_do_no_harm() =>
        Assert.Equal(ZipState.Intact, ZipDirectory.Read([.. File, .. new byte[1000]], Most).State);

    [Fact]
    public void Without_the_end_of_the_directory_all_entries_are_found()
    {
        byte[] cut = File[..^30];
        ZipListing listing = ZipDirectory.Read(cut, Most);

        Assert.Equal(ZipState.Recovered, listing.State);
        Assert.All(Names, name => Assert.Equal((Content, true), Inflated(cut, listing.Entries.Single(entry => entry.Name == name))));
    }

    [Fact]
    public void A_cut_entry_gives_what_is_there()
    {
        byte[] cut = File[..(File.Length / 2)];
        ZipListing listing = ZipDirectory.Read(cut, Most);
        (string text, bool isWhole) = Inflated(cut, listing.Entries[^1]);

        Assert.Equal((ZipState.Broken, false), (listing.State, isWhole));
        Assert.StartsWith(text[..^4], Content, StringComparison.Ordinal);
        Assert.InRange(text.Length, 100, Content.Length - 1);
    }

    [Fact]
    public void An_entry_whose_header_is_destroyed_is_found_by_the_directory()
    {
        byte[] damaged = (byte[])File.Clone();
        damaged.AsSpan(0, 4).Clear();
        ZipListing listing = ZipDirectory.Read(damaged, Most);

        Assert.Equal(ZipState.Broken, listing.State);
        Assert.Equal((Content, true), Inflated(damaged, listing.Entries.Single(entry => entry.Name == "a.xml")));
    }

    [Fact]
    public void Text_behind_a_wrong_byte_is_kept()
    {
        byte[] damaged = (byte[])File.Clone();
        PackageEntry entry = ZipDirectory.Read(damaged, Most).Entries[0];
        damaged[entry.Start + entry.PackedBytes / 2] ^= 0x40;
        (string text, bool isWhole) = Inflated(damaged, entry);

        Assert.False(isWhole);
        Assert.True(text.Length > Content.Length * 0.6, $"{text.Length} of {Content.Length} characters");
    }

    [Fact]
    public void The_scan_reads_no_more_entries_than_are_allowed() => Assert.Equal(2, ZipDirectory.Read(File[..^30], 1).Entries.Count);

    private static (string Text, bool IsWhole) Inflated(byte[] file, PackageEntry entry)
    {
        using EntryStream bytes = ZipInflater.Inflate(file, entry, new ReadLimits(), CancellationToken.None);
        return (Encoding.UTF8.GetString(bytes.Content), bytes.IsWhole);
    }

    private static byte[] Zipped()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (string name in Names)
                using (Stream stream = zip.CreateEntry(name).Open())
                    stream.Write(Encoding.UTF8.GetBytes(Content));
        return memory.ToArray();
    }
}
