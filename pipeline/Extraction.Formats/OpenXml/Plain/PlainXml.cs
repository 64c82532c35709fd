using System.Buffers;
using System.Xml.Linq;

namespace Extraction.Formats.OpenXml.Plain;

/// <summary>
/// Parses the XML that programs write into packages straight from its bytes: UTF-8, elements, attributes and texts. It never repairs and
/// never reports: what is not well-formed, and what is but rare (comments, sections, names beyond ASCII, other encodings), it leaves to the
/// platform's reader.
/// </summary>
internal ref struct PlainXml
{
    private const int MostAttributes = 64;
    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n/>=<\"'&"u8);
    private static readonly SearchValues<byte> InDoubleQuotes = SearchValues.Create("\"<&\t\n\r"u8);
    private static readonly SearchValues<byte> InSingleQuotes = SearchValues.Create("'<&\t\n\r"u8);
    private readonly ReadOnlySpan<byte> xml;
    private readonly PlainVocabulary words;
    private readonly PartTreeBuilder tree;
    private readonly List<(PlainName Name, bool KeepsBlanks, int Declarations)> open = [];
    private readonly List<(PlainPrefix Prefix, XNamespace? Before)> declarations = [];
    private readonly List<(PlainName Name, string Value)> attributes = [];
    private int at;
    private bool keepsBlanks;

    public PlainXml(ReadOnlySpan<byte> xml, PlainVocabulary words, PartTreeBuilder tree)
    {
        (this.words, this.tree) = (words, tree);
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
        return open.Count == 0 ? tree.Root : null;
    }

    private readonly bool Text(ReadOnlySpan<byte> bytes)
    {
        bool isBlank = PlainText.IsBlank(bytes);
        if (open.Count == 0) return isBlank;
        bool keepsBlank = keepsBlanks || open[^1].Name.Local == "t";
        if (isBlank && !keepsBlank) return true;
        if (bytes.IndexOf("]]>"u8) >= 0) return false;
        if (!bytes.ContainsAny((byte)'&', (byte)'\r'))
        {
            tree.Text(words.Value(bytes));
            return true;
        }
        // whether blanks that are written as references count as blank is the other reader's to say
        if (PlainText.Decode(bytes) is not { } decoded || (!keepsBlank && string.IsNullOrWhiteSpace(decoded))) return false;
        tree.Text(decoded);
        return true;
    }

    private bool Tag()
    {
        at++;
        if (at < xml.Length && xml[at] == '/') return End();
        if (open.Count == 0 && tree.Root is not null) return false;
        return Name() is { } name && Attributes() && Start(name);
    }

    private bool End()
    {
        if (open.Count == 0) return false;
        (PlainName name, keepsBlanks, int kept) = open[^1];
        if (!xml[++at..].StartsWith(name.Bytes)) return false;
        at += name.Bytes.Length;
        SkipBlanks();
        if (at >= xml.Length || xml[at++] != '>') return false;
        open.RemoveAt(open.Count - 1);
        Undeclare(kept);
        tree.End();
        return true;
    }

    private PlainName? Name()
    {
        int length = xml[at..].IndexOfAny(NameEnds);
        if (length <= 0) return null;
        PlainName? name = words.Name(xml.Slice(at, length));
        at += length;
        return name;
    }

    // up to the end of the tag; each is set apart by blanks
    private bool Attributes()
    {
        attributes.Clear();
        while (true)
        {
            bool isApart = SkipBlanks();
            if (at >= xml.Length) return false;
            if (xml[at] is (byte)'>' or (byte)'/') return true;
            if (!isApart || attributes.Count == MostAttributes || Name() is not { } name) return false;
            SkipBlanks();
            if (at >= xml.Length || xml[at++] != '=') return false;
            SkipBlanks();
            if (Value() is not { } value) return false;
            attributes.Add((name, value));
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

    private bool Start(PlainName name)
    {
        bool isEmpty = xml[at] == '/';
        at += isEmpty ? 2 : 1;
        if (at > xml.Length || xml[at - 1] != '>') return false;
        (int kept, bool keptBlanks) = (declarations.Count, keepsBlanks);
        if (!Declare() || name.OfElement() is not { } full || Counted() is not { } count) return false;
        if (!isEmpty)
        {
            tree.Start(full, Named(count));
            open.Add((name, keptBlanks, kept));
            return true;
        }
        if (!IsLook(name, full))
        {
            tree.Start(full, Named(count));
            tree.End();
        }
        keepsBlanks = keptBlanks;
        Undeclare(kept);
        return true;
    }

    // prefixes that a tag declares hold for its own names as well
    private bool Declare()
    {
        foreach ((PlainName name, string value) in attributes)
        {
            if (name.IsSpace)
            {
                if (value is not ("preserve" or "default")) return false;
                keepsBlanks = value == "preserve";
            }
            if (name.Declares is not { } prefix) continue;
            bool isReserved = prefix.Text is "xml" or "xmlns" || value == XNamespace.Xml.NamespaceName || value == XNamespace.Xmlns.NamespaceName;
            if (isReserved || (value.Length == 0 && prefix.Text.Length > 0)) return false;
            declarations.Add((prefix, prefix.Namespace));
            prefix.Namespace = words.Namespace(prefix, value);
        }
        return true;
    }

    private readonly void Undeclare(int kept)
    {
        while (declarations.Count > kept)
        {
            (PlainPrefix prefix, XNamespace? before) = declarations[^1];
            prefix.Namespace = before;
            declarations.RemoveAt(declarations.Count - 1);
        }
    }

    private readonly bool IsLook(PlainName name, XName full) =>
        open.Count > 1 && (name.IsLook || (full == LookNames.Fonts && open[^2].Name.Local != "lvl"));

    // how many the tree keeps; null where two attributes have one name, or one a prefix that is not declared
    private readonly int? Counted()
    {
        int count = 0;
        for (int i = 0; i < attributes.Count; i++)
        {
            PlainName name = attributes[i].Name;
            for (int j = 0; j < i; j++)
                if (attributes[j].Name == name || (ReferenceEquals(attributes[j].Name.OfAttribute(), name.OfAttribute()) && name.Declares is null)) return null;
            if (name.Declares is null && name.OfAttribute() is null) return null;
            if (name.Declares is null && !name.IsBookkeeping) count++;
        }
        return count;
    }

    private readonly PartAttribute[] Named(int count)
    {
        if (count == 0) return [];
        if (count == 1 && attributes.Count == 1) return words.Only(attributes[0].Name.OfAttribute()!, attributes[0].Value);
        var named = new PartAttribute[count];
        int next = 0;
        foreach ((PlainName name, string value) in attributes)
            if (name.Declares is null && !name.IsBookkeeping) named[next++] = new PartAttribute(name.OfAttribute()!, value);
        return named;
    }

    private bool SkipBlanks()
    {
        int start = at;
        while (at < xml.Length && xml[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') at++;
        return at > start;
    }
}
