using System.Text.RegularExpressions;
using Extraction.Knowledge;

namespace Extraction.Recognition.Names;

/// <summary>Reads what follows a product's name and belongs to it: version, size, edition.</summary>
internal sealed partial class VersionReader
{
    private readonly NameWords words;

    public VersionReader(NameWords words) => this.words = words;

    /// <summary>The position behind the version that starts at <paramref name="position"/>, and the version; null where there is none.</summary>
    public (int End, string? Version) Read(string text, int position, int limit)
    {
        string? version = null;
        for (int i = 0; i < 4; i++)
        {
            int end = Number(text, position, limit, ref version);
            if (end == position) end = Tail(text, position, limit);
            if (end == position) break;
            position = end;
        }

        return (position, version);
    }

    private int Number(string text, int position, int limit, ref string? version)
    {
        Match size = Size().Match(text, position, limit - position);
        if (size.Success) return position + size.Length;
        Match match = Version().Match(text, position, limit - position);
        if (!match.Success || IsAmount(text, position, position + match.Length, limit, match.Groups["v"].Value)) return position;
        // 文心大模型X1: a code is a version only where it is glued to a Chinese name.
        bool isCode = char.IsAsciiLetterUpper(match.Groups["v"].ValueSpan[0]) && match.Groups["v"].ValueSpan[0] != 'V' && !match.Groups["v"].ValueSpan.Contains('.');
        if (isCode && !(match.Groups["v"].Index == position && position > 0 && NameFolding.IsHan(text[position - 1]))) return position;
        version ??= match.Groups["v"].Value.TrimStart('V', 'v');
        return position + match.Length;
    }

    private bool IsAmount(string text, int start, int end, int limit, string number)
    {
        bool isWhole = char.IsAsciiDigit(number[0]) && !number.Contains('.', StringComparison.Ordinal);
        if (isWhole && number.Length > 2) return true;
        if (isWhole && start > 0 && NameFolding.IsHan(text[start - 1]) && end < limit && NameFolding.IsHan(text[end])) return true;
        int next = end < limit && text[end] == ' ' ? end + 1 : end;
        return words.Counters.LengthAt(text.AsSpan(0, limit), next) > 0 && text[next] is not ('、' or '—' or '-');
    }

    private int Tail(string text, int position, int limit)
    {
        int start = position < limit && text[position] is ' ' or '-' ? position + 1 : position;
        if (start >= limit) return position;
        int length = words.VersionTails.LengthAt(text.AsSpan(0, limit), start), end = start + length;
        if (length == 0) return position;
        bool cutsWord = end < limit && NameFolding.IsLatinWord(text[end]) && NameFolding.IsLatinWord(text[end - 1]);
        bool isGlued = start == position && NameFolding.IsLatin(text[start]) && NameFolding.IsLatin(text[start - 1]);
        return cutsWord || isGlued ? position : end;
    }

    [GeneratedRegex(@"\G[ -]?\d+(?:\.\d+)?[BMTK](?:\s?/\s?\d+(?:\.\d+)?[BMTK])*(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Size();

    [GeneratedRegex(@"\G[ -]?(?<v>(?:[Vv]?\d{1,4}(?:\.\d{1,3}){0,2}|[A-Za-z]\d{1,2}\.\d{1,2}|[A-GI-KM-PR-UW-Z]\d{1,2})[a-z]?)(?![A-Za-z0-9.]\d|[A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
