using System.Xml.Linq;

namespace Extraction.Formats.OpenXml.Plain;

/// <summary>
/// The elements that are open while a part is parsed, what prefixes stand for in them, and which of them go into the tree: an element that only
/// says how something looks waits until text or an element that says more stands inside, and is left out where none does.
/// </summary>
internal sealed class PlainElements(PlainVocabulary words)
{
    private const int MostWaiting = 64;
    private const string Branch = "Choice";
    private Open[] open = new Open[32];
    private int depth;
    private readonly List<(PlainPrefix Prefix, XNamespace? Before)> declarations = [];
    private int waiting;
    private bool keepsBlanks;

    /// <summary>How many are open.</summary>
    public int Count => depth;

    /// <summary>The name of the innermost one.</summary>
    public PlainName Innermost => open[depth - 1].Name;

    /// <summary>Whether blank text counts in the innermost one.</summary>
    public bool KeepsBlanks => keepsBlanks || Innermost.Local == "t";

    /// <summary>The attributes of the tag that is being read.</summary>
    public List<(PlainName Name, string Value)> Attributes { get; } = [];

    /// <summary>Begins a part; the lists are those of the one before, since most parts are short.</summary>
    public void StartPart()
    {
        depth = 0;
        declarations.Clear();
        (waiting, keepsBlanks) = (0, false);
    }

    /// <summary>Adds text to the innermost one.</summary>
    public void Text(string text, PartTreeBuilder tree)
    {
        Settle(tree);
        tree.Text(text);
    }

    /// <summary>Starts an element whose attributes have been read.</summary>
    /// <returns>What its tag says, null where its names are not well-formed.</returns>
    public PlainStart? Start(PlainName name, bool isEmpty, PartTreeBuilder tree)
    {
        (int keptDeclarations, bool keptBlanks) = (declarations.Count, keepsBlanks);
        if (!Declare() || name.OfElement() is not { } full || Counted() is not { } count) return null;
        bool mayBeLook = name.Look != Look.Never && !Tells(name.Telling);
        var start = new PlainStart(mayBeLook && name.Look == Look.Usually ? [] : Named(count), isEmpty, mayBeLook);
        if (Add(name, full, start, tree)) open[depth - 1].Around(keptDeclarations, keptBlanks);
        else Leave(keptDeclarations, keptBlanks);
        return start;
    }

    /// <summary>Starts an element whose tag is known, and ends an empty one.</summary>
    /// <returns>Whether it is open now.</returns>
    public bool Add(PlainName name, XName full, PlainStart start, PartTreeBuilder tree)
    {
        bool isLook = start.MayBeLook && IsLook(name.Look);
        if (!isLook)
        {
            Settle(tree);
            tree.Start(full, start.Attributes);
            if (start.IsEmpty) tree.End();
        }
        if (start.IsEmpty) return false;
        if (depth == open.Length) Array.Resize(ref open, depth * 2);
        open[depth++] = new Open(name, full, declarations.Count, keepsBlanks);
        // deeper than any that a program writes: the tree has a limit
        if (isLook && ++waiting == MostWaiting) Settle(tree);
        return true;
    }

    /// <summary>Ends the innermost one.</summary>
    public void End(PartTreeBuilder tree)
    {
        ref Open ended = ref open[--depth];
        Leave(ended.Declarations, ended.KeepsBlanks);
        if (waiting > 0) waiting--;
        else tree.End();
    }

    // those that waited stand around something that is kept
    private void Settle(PartTreeBuilder tree)
    {
        for (; waiting > 0; waiting--) tree.Start(open[depth - waiting].Full, []);
    }

    // what is directly in a branch decides whether the branch holds anything
    private bool IsLook(Look look) => depth > 1 && Innermost.Local != Branch && look switch
    {
        Look.OutsideListLevels => open[depth - 2].Name.Local != "lvl",
        Look.InTabStops => Innermost.Local == "tabs",
        Look.InParagraphMarks => Innermost.Local == "rPr" && open[depth - 2].Name.Local == "pPr",
        _ => true,
    };

    // prefixes that a tag declares hold for its own names as well
    private bool Declare()
    {
        foreach ((PlainName name, string value) in Attributes)
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

    private void Leave(int kept, bool keptBlanks)
    {
        keepsBlanks = keptBlanks;
        while (declarations.Count > kept)
        {
            (PlainPrefix prefix, XNamespace? before) = declarations[^1];
            prefix.Namespace = before;
            declarations.RemoveAt(declarations.Count - 1);
        }
    }

    // how many the tree keeps; null where two attributes have one name, or one a prefix that is not declared
    private int? Counted()
    {
        int count = 0;
        for (int i = 0; i < Attributes.Count; i++)
        {
            PlainName name = Attributes[i].Name;
            for (int j = 0; j < i; j++)
                if (Attributes[j].Name == name || (ReferenceEquals(Attributes[j].Name.OfAttribute(), name.OfAttribute()) && name.Declares is null)) return null;
            if (name.Declares is null && name.OfAttribute() is null) return null;
            if (name.Declares is null && !name.IsBookkeeping) count++;
        }
        return count;
    }

    private bool Tells(string telling)
    {
        if (telling.Length == 0) return false;
        foreach ((PlainName attribute, _) in Attributes)
            if (attribute.Local == telling) return true;
        return false;
    }

    private PartAttribute[] Named(int count)
    {
        if (count == 0) return [];
        if (count == 1 && Attributes.Count == 1) return words.Only(Attributes[0].Name.OfAttribute()!, Attributes[0].Value);
        var named = new PartAttribute[count];
        int next = 0;
        foreach ((PlainName name, string value) in Attributes)
            if (name.Declares is null && !name.IsBookkeeping) named[next++] = new PartAttribute(name.OfAttribute()!, value);
        return named;
    }

    private struct Open(PlainName name, XName full, int declarations, bool keepsBlanks)
    {
        public readonly PlainName Name = name;
        public readonly XName Full = full;

        public int Declarations { get; private set; } = declarations;

        public bool KeepsBlanks { get; private set; } = keepsBlanks;

        public void Around(int declarations, bool keepsBlanks) => (Declarations, KeepsBlanks) = (declarations, keepsBlanks);
    }
}
