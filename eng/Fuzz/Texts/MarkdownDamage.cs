using System.Text;

namespace Extraction.Fuzz.Texts;

/// <summary>Puts markup into Markdown where none belongs, and much of it.</summary>
internal static class MarkdownDamage
{
    private const int MostCopies = 20_000;

    private static readonly string[] Marks =
    [
        "> ", ">", "- ", "* ", "1. ", "[", "![", "](", "**", "*a_", "`", "```\n", "~~~\n", "|", "|-|", "|-|-|\n", "# ", "    ", "\t", "<div>", "<table><tr><td>", "<b>", "\\", "[^1]: ", "[x]: y\n", "~~", ":::\n",
        "---\n", "&#0;", "|a|b|\n|-|-|\n", "\n",
    ];

    internal static Mutant Of(byte[] bytes, Random random)
    {
        List<string> lines = [.. Encoding.UTF8.GetString(bytes).Split('\n')];
        var damage = new List<string>();
        bool isDecidable = true;
        for (int rounds = random.Next(1, 5); rounds > 0; rounds--)
        {
            string mark = Pick.From(Marks, random);
            int copies = Pick.Count(random, MostCopies), at = random.Next(lines.Count);
            string many = new StringBuilder().Insert(0, mark, copies).ToString();
            lines[at] = random.Next(2) == 0 ? many + lines[at] : lines[at].Insert(random.Next(lines[at].Length + 1), many);
            isDecidable &= !mark.Contains("x]", StringComparison.Ordinal);
            damage.Add($"{copies} {mark.ReplaceLineEndings("\\n")}");
        }
        return TextDamage.Utf8(string.Join('\n', lines), string.Join("; ", damage), isDecidable ? Promise.Whole : Promise.None);
    }
}
