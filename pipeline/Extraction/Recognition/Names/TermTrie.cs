using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Recognition.Names;

/// <summary>A term that was found in a text.</summary>
internal readonly record struct TermMatch<T>(TextSpan Span, T Value);

/// <summary>
/// Finds the terms of a lexicon in a text, from each position, in time linear in the text (the depth is bounded by the longest term).
/// Case is ignored; a separator inside a term may be missing in the text, and a blank between Chinese and Latin characters
/// may be missing in the term. Latin terms match whole words only.
/// </summary>
internal sealed class TermTrie<T>
    where T : class
{
    private readonly Node root = new();
    private readonly Func<char, char> fold;

    public TermTrie(Func<char, char> fold) => this.fold = fold;

    public void Add(string term, T value)
    {
        Node node = root;
        foreach (char unit in term) node = node.Next(fold(unit));
        node.Value ??= value;
    }

    /// <summary>The terms that start at a position, longest first.</summary>
    public List<TermMatch<T>> At(string text, int start)
    {
        var found = new List<TermMatch<T>>();
        if (IsWordStart(text, start)) Walk(root, text, start, start, found);
        found.Sort((left, right) => right.Span.End.CompareTo(left.Span.End));
        return found;
    }

    private void Walk(Node node, string text, int start, int position, List<TermMatch<T>> found)
    {
        if (node.Value is { } value && text[position - 1] != ' ' && IsWordEnd(text, position)) found.Add(new TermMatch<T>(new TextSpan(start, position), value));
        if (position >= text.Length) return;
        char unit = fold(text[position]);
        if (node.Child(unit) is { } next) Walk(next, text, start, position + 1, found);
        else if (text[position] == ' ' && position > start && IsScriptChange(text, position)) Walk(node, text, start, position + 1, found);
        if (unit != NameFolding.Separator && !char.IsAsciiLetterLower(text[position]) && node.Child(NameFolding.Separator) is { } skipped) Walk(skipped, text, start, position, found);
    }

    private static bool IsWordStart(string text, int start) =>
        NameFolding.Fold(text[start]) != NameFolding.Separator
        && (start == 0 || !NameFolding.IsLatinWord(text[start]) || !NameFolding.IsLatinWord(text[start - 1]) || IsNumberBeforeName(text, start));

    // 6.11OpenAI: extraction tools glue a date to the Latin name behind it.
    private static bool IsNumberBeforeName(string text, int start) => char.IsAsciiDigit(text[start - 1]) && char.IsAsciiLetterUpper(text[start])
        && !IsPartOfName(text, start - 1);

    private static bool IsPartOfName(string text, int digit)
    {
        while (digit >= 0 && (char.IsAsciiDigit(text[digit]) || text[digit] == '.')) digit--;
        return digit >= 0 && (NameFolding.IsLatin(text[digit]) || text[digit] == '-');
    }

    private static bool IsWordEnd(string text, int end) =>
        end == text.Length || !NameFolding.IsLatinWord(text[end - 1]) || !NameFolding.IsLatinWord(text[end]);

    private static bool IsScriptChange(string text, int blank) =>
        blank + 1 < text.Length && NameFolding.IsHan(text[blank - 1]) != NameFolding.IsHan(text[blank + 1]);

    private sealed class Node
    {
        private Dictionary<char, Node>? children;

        public T? Value { get; set; }

        public Node? Child(char unit) => children?.GetValueOrDefault(unit);

        public Node Next(char unit)
        {
            children ??= [];
            if (!children.TryGetValue(unit, out Node? next)) children[unit] = next = new Node();
            return next;
        }
    }
}
