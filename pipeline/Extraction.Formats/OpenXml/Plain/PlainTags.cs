using System.Xml.Linq;

namespace Extraction.Formats.OpenXml.Plain;

/// <summary>A tag that starts an element, as it was read once: what it says depends on its bytes and on the namespace of one prefix only.</summary>
/// <param name="Bytes">From its name to its end.</param>
/// <param name="Name">Its name, whose prefix is the only one in it.</param>
/// <param name="Meant">The full name when it was read; where the prefix has come to stand for another namespace, the tag means something else.</param>
/// <param name="Start">What it starts.</param>
internal sealed record PlainTag(byte[] Bytes, PlainName Name, XName Meant, PlainStart Start);

/// <summary>What a tag says beside its element's name.</summary>
/// <param name="Attributes">Those that trees keep.</param>
/// <param name="IsEmpty">Whether it ends its element as well.</param>
/// <param name="MayBeLook">Whether the element only says how something looks, as far as that does not depend on where it stands.</param>
internal readonly record struct PlainStart(PartAttribute[] Attributes, bool IsEmpty, bool MayBeLook);

/// <summary>
/// The tags that parts repeat, to be recognized by their bytes instead of being read again. A tag is kept when a part has it a second time, so
/// that the many that stand once, with ids and places in them, cost no memory.
/// </summary>
internal sealed class PlainTags
{
    /// <summary>Bytes of the longest tag that is kept.</summary>
    public const int Longest = 160;

    private const int Buckets = 1024; // few enough to stay in the processor's cache; four times as many would know one tag in twenty more
    private const uint Step = 0x9E3779B9; // odd, its bits without a pattern: parts do not take each other's tags for their own
    private readonly (uint Hash, PlainTag? Tag)[] kept = new (uint, PlainTag?)[Buckets];
    private readonly uint[] met = new uint[Buckets];
    private uint part;

    /// <summary>Begins a part: what stood once in others does not count.</summary>
    public void StartPart() => part = unchecked(part + Step);

    /// <summary>The tag with these bytes, null where none is kept or it means something else now.</summary>
    public PlainTag? Find(ReadOnlySpan<byte> bytes, uint hash)
    {
        ref (uint Hash, PlainTag? Tag) slot = ref kept[hash % Buckets];
        if (slot.Hash != hash || slot.Tag is not { } tag) return null;
        return bytes.SequenceEqual(tag.Bytes) && ReferenceEquals(tag.Name.OfElement(), tag.Meant) ? tag : null;
    }

    /// <summary>Whether the part had a tag of this hash before; from now on it has.</summary>
    public bool IsSecond(uint hash)
    {
        ref uint last = ref met[hash % Buckets];
        bool isSame = last == (hash ^ part);
        last = hash ^ part;
        return isSame;
    }

    /// <summary>Keeps a tag in the place of another one.</summary>
    public void Keep(PlainTag tag, uint hash) => kept[hash % Buckets] = (hash, tag);
}
