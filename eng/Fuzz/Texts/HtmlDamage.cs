using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Extraction.Fuzz.Texts;

/// <summary>Damages tags of HTML: their nesting, their number and what they say; the text between them stays.</summary>
internal static partial class HtmlDamage
{
    private const int MostCopies = 30_000;

    private static readonly string[] Openings =
        ["<div>", "<b>", "<table>", "<table><tr><td>", "<tr>", "<td colspan=1000 rowspan=65534>", "<ul><li>", "<p>", "<a href=x>", "<font>", "<svg>", "<math>", "<select>", "<blockquote>", "<h1>", "<span style='display:none'>", "<ol start=2147483647><li>", "</p>", "</div>", "</table>"];

    private static readonly string[] Hiding = ["<!--", "<script>", "<style>", "<textarea>", "<title>", "<![CDATA[", "<?xml", "<template>", "<plaintext>", "<noscript>", "<iframe>", "<frameset>", "&#x110000;", "&#0;", "&"];

    private static readonly Func<List<string>, Random, (string, Promise)>[] Kinds = [Open, Hide, Delete, Swap, Duplicate, Attribute];

    internal static Mutant Of(byte[] bytes, Random random)
    {
        List<string> pieces = [.. Tag().Split(Encoding.UTF8.GetString(bytes))];
        var damage = new List<string>();
        Promise promise = Promise.Whole;
        for (int rounds = random.Next(1, 4); rounds > 0; rounds--)
        {
            (string kind, Promise left) = Pick.From(Kinds, random)(pieces, random);
            damage.Add(kind);
            if (left == Promise.None) promise = left;
        }
        return TextDamage.Utf8(string.Concat(pieces), string.Join("; ", damage), promise);
    }

    private static (string, Promise) Open(List<string> pieces, Random random)
    {
        string opening = Pick.From(Openings, random);
        int copies = Pick.Count(random, MostCopies);
        pieces.Insert(random.Next(pieces.Count + 1), new StringBuilder().Insert(0, opening, copies).ToString());
        return ($"{copies} {opening}", opening is "<select>" or "<svg>" or "<math>" ? Promise.None : Promise.Whole);
    }

    private static (string, Promise) Hide(List<string> pieces, Random random)
    {
        string hiding = Pick.From(Hiding, random);
        pieces.Insert(random.Next(pieces.Count + 1), new StringBuilder().Insert(0, hiding, Pick.Count(random, 1_000)).ToString());
        return (hiding, Promise.None);
    }

    private static (string, Promise) Delete(List<string> pieces, Random random)
    {
        int at = TagAt(pieces, random);
        string tag = pieces[at];
        pieces[at] = "";
        return ("without " + tag, IsCode(tag) ? Promise.None : Promise.Whole);
    }

    private static (string, Promise) Swap(List<string> pieces, Random random)
    {
        (int one, int other) = (TagAt(pieces, random), TagAt(pieces, random));
        (pieces[one], pieces[other]) = (pieces[other], pieces[one]);
        return ($"{pieces[one]} swapped with {pieces[other]}", IsCode(pieces[one]) || IsCode(pieces[other]) ? Promise.None : Promise.Whole);
    }

    private static (string, Promise) Duplicate(List<string> pieces, Random random)
    {
        int start = random.Next(pieces.Count), count = random.Next(1, Math.Min(20, pieces.Count - start + 1));
        string part = string.Concat(pieces.GetRange(start, count));
        pieces.Insert(start, new StringBuilder().Insert(0, part, Pick.Count(random, 500)).ToString());
        return ("parts again", IsCode(part) ? Promise.None : Promise.Whole);
    }

    private static (string, Promise) Attribute(List<string> pieces, Random random)
    {
        int at = TagAt(pieces, random);
        string name = Pick.From(["colspan", "rowspan", "start", "value", "type", "style", "class", "href", "charset", "hidden"], random);
        if (pieces[at].Length > 2 && pieces[at][1] != '/') pieces[at] = string.Create(CultureInfo.InvariantCulture, $"{pieces[at][..^1]} {name}=\"{Pick.Number(random)}\">");
        return (pieces[at], name is "hidden" or "charset" ? Promise.None : Promise.Whole);
    }

    private static int TagAt(List<string> pieces, Random random)
    {
        int at = random.Next(pieces.Count);
        return pieces[at].StartsWith('<') ? at : Math.Max(0, pieces.FindIndex(piece => piece.StartsWith('<')));
    }

    private static bool IsCode(string tag) => tag.Contains("script", StringComparison.OrdinalIgnoreCase) || tag.Contains("style", StringComparison.OrdinalIgnoreCase)
        || tag.Contains("head", StringComparison.OrdinalIgnoreCase) || tag.Contains("title", StringComparison.OrdinalIgnoreCase) || tag.Contains("<!", StringComparison.Ordinal);

    [GeneratedRegex("(<[^<>]*>)")]
    private static partial Regex Tag();
}
