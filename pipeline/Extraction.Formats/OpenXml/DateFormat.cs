using System.Globalization;
using System.Text;

namespace Extraction.Formats.OpenXml;

/// <summary>Shows a cached day number the way its format code does: years, months and days in figures, with the code's own signs between them.</summary>
internal static class DateFormat
{
    // 1 January 1900 and 31 December 9999
    private const int FirstDay = 1;
    private const int LastDay = 2958465;

    /// <summary>The date; in ISO form where the code starts with no year or asks for names or times; null where the code or the number is no date.</summary>
    public static string? Apply(double number, string code)
    {
        List<(char Kind, string Text)> tokens = Tokens(code);
        if (number is < FirstDay or > LastDay || !tokens.Exists(token => token.Kind is 'y' or 'm' or 'd')) return null;
        DateTime date = DateTime.FromOADate(Math.Floor(number));
        return IsYearFirst(tokens) ? string.Concat(tokens.Select(token => Show(token.Kind, token.Text.Length, date) ?? token.Text)) : Iso(date, tokens);
    }

    // 3/4/2023 says nothing certain to a reader who does not know the code
    private static bool IsYearFirst(List<(char Kind, string Text)> tokens) =>
        tokens.Find(token => token.Kind != '"').Kind == 'y'
        && tokens.TrueForAll(token => token.Kind is '"' or 'y' || (token.Kind is 'm' or 'd' && token.Text.Length <= 2));

    private static string? Show(char kind, int length, DateTime date) => kind switch
    {
        'y' => length > 2 ? Figures(date.Year, 4) : Figures(date.Year % 100, 2),
        'm' => Figures(date.Month, length),
        'd' => Figures(date.Day, length),
        _ => null,
    };

    private static string Iso(DateTime date, List<(char Kind, string Text)> tokens)
    {
        string form = tokens.Exists(token => token.Kind == 'd') ? "yyyy-MM-dd" : tokens.Exists(token => token.Kind == 'm') ? "yyyy-MM" : "yyyy";
        return date.ToString(form, CultureInfo.InvariantCulture);
    }

    private static string Figures(int value, int least) => value.ToString(new string('0', least), CultureInfo.InvariantCulture);

    // runs of one letter are a field, everything else is literal (kind '"')
    private static List<(char Kind, string Text)> Tokens(string code)
    {
        var tokens = new List<(char, string)>();
        for (int i = 0; i < code.Length; i++)
        {
            char c = char.ToLowerInvariant(code[i]);
            if (c == '[') i = End(code, i, ']');
            else if (c == '"')
            {
                int end = End(code, i + 1, '"');
                tokens.Add(('"', code[(i + 1)..Math.Max(i + 1, end)]));
                i = end;
            }
            else if (c == '\\' && i + 1 < code.Length) tokens.Add(('"', code[++i].ToString()));
            else if (c is '_' or '*') i++;
            else if (char.IsAsciiLetter(c))
            {
                int start = i;
                while (i + 1 < code.Length && char.ToLowerInvariant(code[i + 1]) == c) i++;
                tokens.Add((c, new StringBuilder().Append(c, i - start + 1).ToString()));
            }
            else tokens.Add(('"', code[i].ToString()));
        }
        return tokens;
    }

    private static int End(string code, int start, char sign) => code.IndexOf(sign, start) is >= 0 and int found ? found : code.Length;
}
