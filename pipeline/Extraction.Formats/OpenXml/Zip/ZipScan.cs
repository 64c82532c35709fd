using System.Buffers.Binary;

namespace Extraction.Formats.OpenXml.Zip;

/// <summary>
/// Lists the entries of a ZIP file whose directory is lost or wrong: every local header is looked for, and what is left of the
/// directory's records tells the sizes that they leave open and the names that they have lost.
/// </summary>
internal static class ZipScan
{
    private static ReadOnlySpan<byte> DescriptorMark => "PK\u0007\u0008"u8;

    /// <summary>All entries that can be found, or one more than <paramref name="most"/>; of two with one name the first, which is the outer one.</summary>
    public static ZipListing Read(ReadOnlySpan<byte> file, int most)
    {
        var records = Records(file, most);
        var byPlace = records.GroupBy(record => record.LocalAt).ToDictionary(group => group.Key, group => group.First());
        Dictionary<string, ZipHeader> byName = ByName(file, records);
        var found = new Dictionary<string, PackageEntry>(StringComparer.OrdinalIgnoreCase);
        bool isWhole = true;
        int at = 0;
        for (int expected = 0; found.Count <= most && (at = Next(file, expected, ZipHeader.LocalMark)) >= 0;)
        {
            if (ZipHeader.Local(file, at) is not { } local || Extent(file, at, local) is not { } extent)
            {
                (isWhole, expected) = (false, at + 4);
                continue;
            }
            isWhole &= at == expected && extent.IsCertain;
            string name = local.Name(file);
            ZipHeader? record = byPlace.TryGetValue(at, out ZipHeader placed) || byName.TryGetValue(name, out placed) ? placed : null;
            PackageEntry entry = Entry(file, local, record, extent);
            found.TryAdd(entry.Name, entry);
            found.TryAdd(name, entry with { Name = name }); // of two names that differ one is damaged, and nobody knows which
            expected = extent.End;
            if (ZipHeader.Central(file, expected) is not null) break;
        }
        isWhole &= at >= 0;
        foreach (ZipHeader record in records) isWhole &= !AddHeadless(file, record, found);
        return new ZipListing([.. found.Values], isWhole ? ZipState.Recovered : ZipState.Broken);
    }

    private static List<ZipHeader> Records(ReadOnlySpan<byte> file, int most)
    {
        var records = new List<ZipHeader>();
        for (int at = Next(file, 0, ZipHeader.CentralMark); at >= 0 && records.Count <= most; at = Next(file, at + 4, ZipHeader.CentralMark))
            if (ZipHeader.Central(file, at) is { } record) records.Add(record);
        return records;
    }

    private static Dictionary<string, ZipHeader> ByName(ReadOnlySpan<byte> file, List<ZipHeader> records)
    {
        var byName = new Dictionary<string, ZipHeader>(StringComparer.OrdinalIgnoreCase);
        foreach (ZipHeader record in records) byName[record.Name(file)] = record;
        return byName;
    }

    private static PackageEntry Entry(ReadOnlySpan<byte> file, ZipHeader local, ZipHeader? record, (int Start, int Packed, int End, bool IsCertain, ZipHeader? Sizes) extent)
    {
        ZipHeader name = record ?? local;
        ZipHeader? sizes = extent.Sizes ?? record;
        return new PackageEntry(
            name.Name(file), extent.Start, extent.Packed, sizes?.Length, local.Method is 0 or 8 ? local.Method : name.Method, local.IsEncrypted, sizes?.Crc);
    }

    /// <summary>Where an entry's data stand; certain where its header or the descriptor behind it says so and the next header follows.</summary>
    private static (int Start, int Packed, int End, bool IsCertain, ZipHeader? Sizes)? Extent(ReadOnlySpan<byte> file, int at, ZipHeader local)
    {
        long start = at + (long)local.Size;
        if (start > file.Length) return null;
        if (!local.IsOpenEnded && start + local.Packed is var end && end <= file.Length && Begins(file, (int)end))
            return ((int)start, (int)local.Packed, (int)end, true, local);
        int next = NextHeader(file, (int)start);
        if (local.IsOpenEnded && Descriptor(file, (int)start, next) is { } descriptor)
            return ((int)start, descriptor.Packed, descriptor.End, Begins(file, descriptor.End), null);
        return ((int)start, next - (int)start, next, false, local.IsOpenEnded ? null : local);
    }

    private static (int Packed, int End)? Descriptor(ReadOnlySpan<byte> file, int start, int next)
    {
        for (int at = Next(file, start, DescriptorMark); at >= 0 && at + 16 <= next; at = Next(file, at + 4, DescriptorMark))
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 8)..]) != at - start) continue;
            bool isWide = at + 24 <= next && !Begins(file, at + 16) && Begins(file, at + 24);
            return (at - start, at + (isWide ? 24 : 16));
        }
        return null;
    }

    private static bool Begins(ReadOnlySpan<byte> file, int at) => file[at..].StartsWith(ZipHeader.LocalMark) || file[at..].StartsWith(ZipHeader.CentralMark);

    private static int NextHeader(ReadOnlySpan<byte> file, int from)
    {
        int local = Next(file, from, ZipHeader.LocalMark);
        int central = file[from..(local < 0 ? file.Length : local)].IndexOf(ZipHeader.CentralMark);
        return central >= 0 ? from + central : local < 0 ? file.Length : local;
    }

    private static int Next(ReadOnlySpan<byte> file, int from, ReadOnlySpan<byte> mark)
    {
        int at = file[from..].IndexOf(mark);
        return at < 0 ? -1 : from + at;
    }

    /// <summary>An entry whose local header is destroyed still has its data behind the place that the directory names.</summary>
    private static bool AddHeadless(ReadOnlySpan<byte> file, ZipHeader record, Dictionary<string, PackageEntry> found)
    {
        string name = record.Name(file);
        if (found.ContainsKey(name)) return false;
        long start = record.LocalAt + 30 + record.NameAt.Length;
        if (record.LocalAt < 0 || record.Packed < 0 || start > file.Length) return true;
        int extra = BinaryPrimitives.ReadUInt16LittleEndian(file[(int)(start - record.NameAt.Length - 2)..]);
        if (start + extra + record.Packed <= file.Length) start += extra;
        found[name] = new PackageEntry(
            name, (int)start, (int)Math.Min(record.Packed, file.Length - start), record.Length, record.Method, record.IsEncrypted, record.Crc);
        return true;
    }
}
