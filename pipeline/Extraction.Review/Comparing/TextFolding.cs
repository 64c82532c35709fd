using System.Globalization;
using System.Text;
using Extraction.Knowledge;
using Extraction.Normalization;
using Extraction.Script;

namespace Extraction.Review.Comparing;

/// <summary>
/// Texts as they are compared: damaged characters repaired, full width as half, traditional as simplified, white space left out. Case and
/// letters that look alike (I, l, 1) count, since they tell real names apart.
/// </summary>
public sealed class TextFolding
{
    private readonly CharacterTable ideographs;
    private readonly CharacterTable width;
    private readonly TraditionalCharacters traditional;

    private TextFolding(CharacterTable ideographs, CharacterTable width, TraditionalCharacters traditional) =>
        (this.ideographs, this.width, this.traditional) = (ideographs, width, traditional);

    /// <summary>Reads the tables of <c>normalization/</c>.</summary>
    /// <exception cref="KnowledgeException">A table is missing or wrong.</exception>
    public static TextFolding Load(KnowledgeFolder knowledge) => new(
        CharacterTable.Load(knowledge, "normalization/ideographs.tsv"),
        CharacterTable.Load(knowledge, "normalization/width.tsv"),
        TraditionalCharacters.Load(knowledge));

    /// <summary>The text as it is compared.</summary>
    public string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char character in Replaced(Replaced(text, width), ideographs))
            if (!IsBlank(character)) folded.Append(traditional.Simplified(character));
        return folded.ToString();
    }

    private static bool IsBlank(char character) => char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control;

    private static string Replaced(string text, CharacterTable table)
    {
        int next = table.Next(text, 0);
        if (next == text.Length) return text;
        var replaced = new StringBuilder(text, 0, next, text.Length + 8);
        for (int position = next; position < text.Length;)
        {
            string? other = table.Find(text, position, out int length);
            if (other is null) length = 1;
            replaced.Append(other ?? text[position].ToString());
            position += length;
        }

        return replaced.ToString();
    }
}
