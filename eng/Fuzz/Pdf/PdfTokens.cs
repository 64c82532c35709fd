using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Extraction.Fuzz.Texts;

namespace Extraction.Fuzz.Pdf;

/// <summary>Damages a dictionary or a stream of drawing instructions token by token.</summary>
internal static partial class PdfTokens
{
    private const int MostCopies = 20_000;
    private const int MostDepth = 50_000;

    private static readonly string[] Operators =
        ["q", "Q", "BT", "ET", "Tj", "TJ", "'", "\"", "Td", "TD", "Tm", "T*", "Tf", "Tz", "Ts", "Tc", "Tw", "TL", "Tr", "cm", "Do", "re", "W", "n", "f", "S", "m", "l", "c", "h", "gs", "BMC", "BDC", "EMC", "BI", "ID", "EI", "sh", "d0", "d1", "scn", "xyzzy"];

    private static readonly string[] Brackets = ["[", "<<", "(", "<", "]", ">>", ")", ">", "{", "}", "[[", "<</A", "/", "%", "\\"];

    private static readonly Func<List<string>, Random, string>[] Kinds = [Delete, Duplicate, Swap, Number, Borrow, Nest, Bracket];

    internal static (string Text, string Damage) Of(string text, bool isContent, Random random)
    {
        List<string> tokens = [.. Token().Matches(text).Select(match => match.Value)];
        if (tokens.Count == 0) return (text, "nothing of");
        string damage = isContent && random.Next(3) == 0 ? Operator(tokens, random) : Pick.From(Kinds, random)(tokens, random);
        return (string.Join(' ', tokens), damage);
    }

    private static string Delete(List<string> tokens, Random random)
    {
        int at = random.Next(tokens.Count);
        string token = tokens[at];
        tokens.RemoveAt(at);
        return $"without {Short(token)} in";
    }

    private static string Duplicate(List<string> tokens, Random random)
    {
        int at = random.Next(tokens.Count), length = random.Next(1, Math.Min(12, tokens.Count - at + 1)), copies = Pick.Count(random, MostCopies);
        string part = string.Join(' ', tokens.GetRange(at, length)) + " ";
        if (part.Length * copies > 2_000_000) copies = 1;
        tokens.Insert(at, new StringBuilder().Insert(0, part, copies).ToString());
        return $"{copies} more {Short(part)} in";
    }

    private static string Swap(List<string> tokens, Random random)
    {
        (int one, int other) = (random.Next(tokens.Count), random.Next(tokens.Count));
        (tokens[one], tokens[other]) = (tokens[other], tokens[one]);
        return $"{Short(tokens[one])} swapped with {Short(tokens[other])} in";
    }

    private static string Number(List<string> tokens, Random random)
    {
        int[] numbers = [.. Enumerable.Range(0, tokens.Count).Where(at => char.IsAsciiDigit(tokens[at][^1]) && tokens[at][0] != '/')];
        if (numbers.Length == 0) return "nothing of";
        int chosen = Pick.From(numbers, random);
        string before = tokens[chosen];
        tokens[chosen] = before.EndsWith('R') ? before : Pick.Number(random);
        return $"{tokens[chosen]} for {before} in";
    }

    // a reference or a name that stands elsewhere: circles, wrong kinds
    private static string Borrow(List<string> tokens, Random random)
    {
        int[] names = [.. Enumerable.Range(0, tokens.Count).Where(at => tokens[at][0] == '/' || tokens[at].EndsWith('R'))];
        if (names.Length == 0) return "nothing of";
        (int one, int other) = (Pick.From(names, random), Pick.From(names, random));
        tokens[one] = tokens[other];
        return $"{Short(tokens[one])} again in";
    }

    private static string Nest(List<string> tokens, Random random)
    {
        int depth = Pick.Count(random, MostDepth), at = random.Next(tokens.Count);
        (string open, string close) = Pick.From([("[", "]"), ("<< /A ", ">>"), ("(", ")")], random);
        tokens[at] = new StringBuilder().Insert(0, open, depth).Append(tokens[at]).Insert(0, " ").ToString() + new StringBuilder().Insert(0, close, depth);
        return $"{depth} {open} around {at} in";
    }

    private static string Bracket(List<string> tokens, Random random)
    {
        string bracket = Pick.From(Brackets, random);
        int copies = Pick.Count(random, MostDepth);
        tokens.Insert(random.Next(tokens.Count + 1), new StringBuilder().Insert(0, bracket, copies).ToString());
        return $"{copies} {bracket} in";
    }

    private static string Operator(List<string> tokens, Random random)
    {
        string name = Pick.From(Operators, random);
        var operands = new StringBuilder();
        for (int count = random.Next(9); count > 0; count--)
            operands.Append(random.Next(4) switch { 0 => "/" + name, 1 => "<4E2D>", 2 => "[1 (a) -2]", _ => Pick.Number(random) }).Append(' ');
        int copies = Pick.Count(random, MostCopies);
        tokens.Insert(random.Next(tokens.Count + 1), new StringBuilder().Insert(0, string.Create(CultureInfo.InvariantCulture, $"{operands}{name} "), copies).ToString());
        return $"{copies} {operands}{name} in";
    }

    private static string Short(string token) => token.Length > 40 ? token[..40] + "…" : token;

    [GeneratedRegex(@"\((?:\\.|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\d+\s+\d+\s+R\b|/[^\s/\[\]<>()]*|[\[\]]|[^\s/\[\]<>()]+|[()<>]", RegexOptions.Singleline)]
    private static partial Regex Token();
}
