using System.Buffers;

namespace Extraction.Formats.OpenXml.Plain;

/// <summary>
/// Parses the XML that programs write into packages straight from its bytes: UTF-8, elements, attributes and texts. It never repairs and
/// never reports: what is not well-formed, and what is but rare (comments, sections, names beyond ASCII, other encodings), it leaves to the
/// platform's reader.
/// </summary>
internal ref struct PlainXml
{
    private const int MostAttributes = 64;
    private static readonly bool[] NameEnds = [.. Enumerable.Range(0, 256).Select(code => " \t\r\n/>=<\"'&".Contains((char)code))]; // names are too short to be searched through in wide steps
    private static readonly SearchValues<byte> InDoubleQuotes = SearchValues.Create("\"<&\t\n\r"u8);
    private static readonly SearchValues<byte> InSingleQuotes = SearchValues.Create("'<&\t\n\r"u8);
    private readonly ReadOnlySpan<byte> xml;
    private readonly PlainVocabulary words;
    private readonly PartTreeBuilder tree;
    private readonly PlainElements elements;
    private int at;

    public PlainXml(ReadOnlySpan<byte> xml, PlainVocabulary words, PartTreeBuilder tree)
    {
        (this.words, this.tree, elements) = (words, tree, words.Elements);
        this.xml = xml;
    }

    /// <summary>The root of the tree, null where the bytes are not plain XML.</summary>
    /// <exception cref="PartLimitException">As the tree's builder says.</exception>
    public PartElement? Read()
    {
        at = PlainText.Head(xml);
        if (at < 0 || !PlainText.IsAllowed(xml)) return null;
        words.StartPart();
        while (at < xml.Length)
        {
            int text = xml[at..].IndexOf((byte)'<');
            if (text < 0) text = xml.Length - at;
            if (text > 0 && !Text(xml.Slice(at, text))) return null;
            at += text;
            if (at < xml.Length && !Tag()) return null;
        }
        return elements.Count == 0 ? tree.Root : null;
    }

    private readonly bool Text(ReadOnlySpan<byte> bytes)
    {
        bool isBlank = PlainText.IsBlank(bytes);
        if (elements.Count == 0) return isBlank;
        bool keepsBlank = elements.KeepsBlanks;
        if (isBlank && !keepsBlank) return true;
        int special = bytes.IndexOfAny((byte)'&', (byte)'\r', (byte)']');
        if (special < 0)
        {
            elements.Text(words.Value(bytes), tree);
            return true;
        }
        if (bytes[special..].IndexOf("]]>"u8) >= 0) return false;
        // whether blanks that are written as references count as blank is the other reader's to say
        if (PlainText.Decode(bytes) is not { } decoded || (!keepsBlank && string.IsNullOrWhiteSpace(decoded))) return false;
        elements.Text(decoded, tree);
        return true;
    }

    private bool Tag()
    {
        at++;
        if (at < xml.Length && xml[at] == '/') return End();
        if (elements.Count == 0 && tree.Root is not null) return false;
        int length = xml[at..].IndexOf((byte)'>') + 1;
        return length is 0 or > PlainTags.Longest ? Name() is { } name && Attributes() && Start(name) is not null : Tag(xml.Slice(at, length));
    }

    // bytes are the tag unless a value in it holds the sign that ends tags
    private bool Tag(ReadOnlySpan<byte> bytes)
    {
        int end = at + bytes.Length;
        uint hash = PlainHash.Of(bytes);
        if (words.Tags.Find(bytes, hash) is { } known)
        {
            at = end;
            elements.Add(known.Name, known.Meant, known.Start, tree);
            return true;
        }
        if (Name() is not { } name || !Attributes() || Start(name) is not { } start) return false;
        if (at == end && UsesOnly(name.Prefix) && words.Tags.IsSecond(hash)) words.Tags.Keep(new PlainTag(bytes.ToArray(), name, name.OfElement()!, start), hash);
        return true;
    }

    // whether the tag that was read last means the same wherever this prefix does
    private readonly bool UsesOnly(PlainPrefix prefix)
    {
        foreach ((PlainName name, _) in elements.Attributes)
            if (name.IsSpace || name.Declares is not null || (name.Prefix != prefix && name.Prefix.Text.Length > 0)) return false;
        return true;
    }

    private bool End()
    {
        if (elements.Count == 0) return false;
        ReadOnlySpan<byte> name = elements.Innermost.Bytes;
        if (!xml[++at..].StartsWith(name)) return false;
        at += name.Length;
        SkipBlanks();
        if (at >= xml.Length || xml[at++] != '>') return false;
        elements.End(tree);
        return true;
    }

    private PlainName? Name()
    {
        int end = at;
        while (end < xml.Length && !NameEnds[xml[end]]) end++;
        if (end == at || end == xml.Length) return null;
        PlainName? name = words.Name(xml[at..end]);
        at = end;
        return name;
    }

    // up to the end of the tag; each is set apart by blanks
    private bool Attributes()
    {
        elements.Attributes.Clear();
        while (true)
        {
            bool isApart = SkipBlanks();
            if (at >= xml.Length) return false;
            if (xml[at] is (byte)'>' or (byte)'/') return true;
            if (!isApart || elements.Attributes.Count == MostAttributes || Name() is not { } name) return false;
            SkipBlanks();
            if (at >= xml.Length || xml[at++] != '=') return false;
            SkipBlanks();
            if (Value() is not { } value) return false;
            elements.Attributes.Add((name, value));
        }
    }

    private string? Value()
    {
        if (at >= xml.Length || xml[at] is not ((byte)'"' or (byte)'\'')) return null;
        byte quote = xml[at++];
        ReadOnlySpan<byte> rest = xml[at..];
        int length = rest.IndexOfAny(quote == '"' ? InDoubleQuotes : InSingleQuotes);
        if (length < 0) return null;
        bool isPlain = rest[length] == quote;
        if (!isPlain) length = rest.IndexOf(quote);
        if (length < 0) return null;
        ReadOnlySpan<byte> bytes = rest[..length];
        at += length + 1;
        if (isPlain) return words.Value(bytes);
        return bytes.ContainsAny("<\t\n\r"u8) ? null : PlainText.Decode(bytes);
    }

    private PlainStart? Start(PlainName name)
    {
        bool isEmpty = xml[at] == '/';
        at += isEmpty ? 2 : 1;
        return at > xml.Length || xml[at - 1] != '>' ? null : elements.Start(name, isEmpty, tree);
    }

    private bool SkipBlanks()
    {
        int start = at;
        while (at < xml.Length && xml[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') at++;
        return at > start;
    }
}
