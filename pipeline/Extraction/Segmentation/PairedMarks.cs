using Extraction.Documents;

namespace Extraction.Segmentation;

/// <summary>The quotation marks and brackets of a block that open and close each other. Half-width and full-width forms match.</summary>
internal sealed class PairedMarks
{
    private const string Openings = "“‘「『《〈（([【〔{｛";
    private const string Closings = "”’」』》〉）)]】〕}｝";
    private const char Straight = '"';

    // Deeper nesting is damage: without a limit a block of opening marks alone would take square time.
    private const int MaxDepth = 32;

    private readonly int start;
    private readonly bool[] isInside;
    private readonly Dictionary<int, int> openings = [];
    private readonly HashSet<int> paired = [];

    private PairedMarks(TextSpan block) => (start, isInside) = (block.Start, new bool[block.Length]);

    /// <summary>Matches the marks of a block; those without a partner are left out.</summary>
    public static PairedMarks Find(string text, TextSpan block)
    {
        var pairs = new PairedMarks(block);
        var open = new List<int>();
        for (int i = block.Start; i < block.End; i++)
        {
            int partner = open.FindLastIndex(position => Closes(text[position], text[i]));
            if (partner >= 0)
            {
                pairs.Add(open[partner], i);
                open.RemoveRange(partner, open.Count - partner);
            }
            else if (text[i] == Straight || Openings.Contains(text[i], StringComparison.Ordinal))
            {
                if (open.Count == MaxDepth) open.RemoveAt(0);
                open.Add(i);
            }
        }

        return pairs;
    }

    /// <summary>Whether a position stands between two marks of a pair.</summary>
    public bool IsInside(int position) => isInside[position - start];

    /// <summary>Whether a position is a mark of a pair.</summary>
    public bool IsPaired(int position) => paired.Contains(position);

    /// <summary>Where the pair that a mark closes opens, null for any other position.</summary>
    public int? OpeningOf(int position) => openings.TryGetValue(position, out int opening) ? opening : null;

    private void Add(int opening, int closing)
    {
        isInside.AsSpan(opening + 1 - start, closing - opening - 1).Fill(true);
        openings[closing] = opening;
        paired.Add(opening);
        paired.Add(closing);
    }

    private static bool Closes(char opening, char closing)
    {
        if (closing == Straight || opening == Straight) return opening == closing;
        int kind = Closings.IndexOf(closing, StringComparison.Ordinal);
        return kind >= 0 && Unify(opening) == Unify(Openings[kind]);
    }

    private static char Unify(char opening) => opening switch
    {
        '（' => '(',
        '【' => '[',
        '｛' => '{',
        _ => opening,
    };
}
