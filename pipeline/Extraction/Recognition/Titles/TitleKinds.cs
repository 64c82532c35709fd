using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Recognition.Names;

namespace Extraction.Recognition.Titles;

/// <summary>Decides what a title names by the noun that it ends in, from <c>lexicon/title-heads.tsv</c>.</summary>
internal sealed partial class TitleKinds
{
    private const string File = "lexicon/title-heads.tsv";
    private readonly ImmutableArray<Head> heads;

    private TitleKinds(ImmutableArray<Head> heads, WordSet tails, WordSet beforeWorks, WordSet behindWorks) => (this.heads, Tails, BeforeWorks, BehindWorks, BareHeads) =
        (heads, tails, beforeWorks, behindWorks, new WordSet(heads.Where(head => head.IsBare).Select(head => head.Word)));

    /// <summary>What may stand in brackets behind a title and belongs to it: 征求意见稿, 草案, 试行.</summary>
    public WordSet Tails { get; }

    /// <summary>Nouns that stand before the titles of works: 电影 手游.</summary>
    public WordSet BeforeWorks { get; }

    /// <summary>Verbs that follow the titles of works: 上映 定档 公测.</summary>
    public WordSet BehindWorks { get; }

    /// <summary>Nouns that end a policy's name even without 《》.</summary>
    public WordSet BareHeads { get; }

    public static TitleKinds Load(KnowledgeFolder knowledge)
    {
        TsvTable table = knowledge.ReadTsv(File);
        var heads = ImmutableArray.CreateBuilder<Head>();
        var others = new Dictionary<string, List<string>>(StringComparer.Ordinal) { ["tail"] = [], ["before-work"] = [], ["behind-work"] = [] };
        foreach (TsvRow row in table.Rows)
        {
            string word = table.Field(row, "word"), kind = table.Field(row, "kind");
            if (others.TryGetValue(kind, out List<string>? list)) list.Add(word);
            else if (Enum.TryParse(kind, ignoreCase: true, out TitleKind value))
                heads.Add(new Head(word, value, table.Field(row, "bare") == "yes", $"{File}#{row.Line}"));
            else throw table.Error(row, $"unknown kind '{kind}'; use policy, standard, work, tail, before-work or behind-work");
        }

        return new TitleKinds([.. heads.OrderByDescending(head => head.Word.Length)], new WordSet(others["tail"]), new WordSet(others["before-work"]), new WordSet(others["behind-work"]));
    }

    /// <summary>The kind of a title (without outer marks) and the rule that says so; a title without a known head is a work.</summary>
    public (TitleKind Kind, string Rule) Of(string title)
    {
        string core = Bracketed().Replace(title, "").TrimEnd(' ', '”', '"', '》', '〉');
        core = TrailingYear().Replace(core, "");
        foreach (Head head in heads)
            if (core.EndsWith(head.Word, StringComparison.Ordinal)) return (head.Kind, head.Rule);
        return (TitleKind.Work, File);
    }

    [GeneratedRegex(@"\s*[（(\[【〔][^（）()\[\]【】〔〕]*[）)\]】〕]\s*$|\s*[（(][^（）()]*[）)](?=\s*[（(][^（）()]*[）)]\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\s*(?:\d{4}(?:\s*[-—–~至]\s*\d{4})?\s*年?|V?\d+(?:\.\d+)*)\s*(?:版|修订版)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TrailingYear();

    private sealed record Head(string Word, TitleKind Kind, bool IsBare, string Rule);
}
