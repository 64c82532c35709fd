using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Script;

/// <summary>
/// Traditional characters written as simplified ones, one for one, so that spans stay: for matching only, see
/// <see cref="OriginalScript"/>. Immutable, safe between threads.
/// </summary>
public sealed class TraditionalCharacters
{
    private const string File = "normalization/traditional.tsv";

    // For each character the one that stands for it; '\0' where it stands for itself.
    private readonly char[] simplified = new char[char.MaxValue + 1];
    private readonly bool[] isShared = new bool[char.MaxValue + 1];

    private TraditionalCharacters()
    {
    }

    /// <summary>Reads <c>normalization/traditional.tsv</c>.</summary>
    /// <exception cref="KnowledgeException">The file is missing or a row of it is wrong.</exception>
    public static TraditionalCharacters Load(KnowledgeFolder knowledge)
    {
        var characters = new TraditionalCharacters();
        TsvTable table = knowledge.ReadTsv(File);
        foreach (TsvRow row in table.Rows)
        {
            (string from, string to, string shared) = (table.Field(row, "traditional"), table.Field(row, "simplified"), table.Field(row, "shared"));
            if (from.Length != 1 || to.Length != 1) throw table.Error(row, "a row is one character and the one that stands for it");
            if (shared is not ("" or "yes")) throw table.Error(row, "'shared' is yes or empty");
            characters.simplified[from[0]] = to[0];
            characters.isShared[from[0]] = shared.Length > 0;
        }

        return characters;
    }

    /// <summary>
    /// The text as rules match it: the same text where no block is traditional. A block is where it holds a character that
    /// simplified text never writes; only then are those folded that both write (乾燥, but 乾坤 in simplified text).
    /// </summary>
    public NormalizedText Fold(NormalizedText text)
    {
        char[]? folded = null;
        foreach (Block block in text.Blocks)
        {
            if (!IsTraditional(text.Text.AsSpan(block.Span.Start, block.Span.Length))) continue;
            folded ??= text.Text.ToCharArray();
            FoldIn(folded.AsSpan(block.Span.Start, block.Span.Length));
        }

        return folded is null ? text : text with { Text = new string(folded) };
    }

    /// <summary>The simplified character that stands for a traditional one, every other character itself.</summary>
    internal char Simplified(char character) => simplified[character] is not '\0' and var other ? other : character;

    private bool IsTraditional(ReadOnlySpan<char> block)
    {
        foreach (char character in block)
            if (simplified[character] != '\0' && !isShared[character]) return true;
        return false;
    }

    private void FoldIn(Span<char> block)
    {
        foreach (ref char character in block)
            if (simplified[character] is not '\0' and var other) character = other;
    }
}
