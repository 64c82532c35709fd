using System.Globalization;
using System.Text;

namespace Extraction.Formats.Docx.Fields;

/// <summary>
/// What fields show that Word draws from their instruction without storing a result: EQ (letters in circles, text above text, fractions)
/// and SYMBOL.
/// </summary>
internal static class DrawnInstruction
{
    private const int MaxNesting = 32;

    /// <summary>The sign of a SYMBOL field: its number in its font.</summary>
    public static string Symbol(string[] words)
    {
        string code = words.ElementAtOrDefault(1) ?? "";
        bool isHex = code.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        bool isNumber = ushort.TryParse(isHex ? code[2..] : code, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out ushort number);
        int font = Array.FindIndex(words, word => word is "\\f" or "\\F");
        return isNumber && number > 0 && !char.IsSurrogate((char)number) ? SymbolFont.Show((char)number, font > 0 ? words.ElementAtOrDefault(font + 1) : null) : "";
    }

    /// <summary>The text of an EQ field: of things drawn over each other the last one, which is the base; fractions with a stroke.</summary>
    public static string Equation(string instruction)
    {
        int at = instruction.IndexOf("EQ", StringComparison.OrdinalIgnoreCase) + 2;
        return Argument(instruction, ref at, 0).Trim();
    }

    // reads up to the comma or bracket that ends the argument
    private static string Argument(string text, ref int at, int depth)
    {
        var shown = new StringBuilder();
        char command = ' ';
        while (at < text.Length && !(depth > 0 && text[at] is ',' or ';' or ')'))
        {
            char c = text[at++];
            if (c == '\\' && at < text.Length && char.IsAsciiLetter(text[at]))
            {
                if (command == ' ') command = char.ToLowerInvariant(text[at]);
                while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == ' ')) at++;
            }
            else if (c == '(' && command != ' ' && depth < MaxNesting)
            {
                shown.Append(Drawn(command, Arguments(text, ref at, depth + 1)));
                command = ' ';
            }
            else
            {
                shown.Append(c == '\\' && at < text.Length ? text[at++] : c);
            }
        }
        return shown.ToString();
    }

    private static List<string> Arguments(string text, ref int at, int depth)
    {
        var arguments = new List<string> { Argument(text, ref at, depth) };
        while (at < text.Length && text[at++] != ')') arguments.Add(Argument(text, ref at, depth));
        return arguments;
    }

    private static string Drawn(char command, List<string> arguments) => command switch
    {
        'o' => arguments[^1],
        'f' => string.Join('/', arguments),
        'r' => arguments.Count > 1 ? arguments[0] + "√" + arguments[1] : "√" + arguments[0],
        _ => string.Concat(arguments),
    };
}
