using Extraction.Knowledge;

namespace Extraction.Recognition.Names;

/// <summary>The words that bound, introduce or rule out names, from <c>lexicon/name-words.tsv</c>.</summary>
internal sealed class NameWords
{
    private const string File = "lexicon/name-words.tsv";
    private readonly Dictionary<string, WordSet> sets;

    private NameWords(Dictionary<string, WordSet> sets) => this.sets = sets;

    /// <summary>Words that no name runs over: 的 由 与 日前.</summary>
    public WordSet Stops => sets["stop"];

    /// <summary>Verbs whose subject acts and whose object comes out: 发布 推出 开源.</summary>
    public WordSet ReleaseVerbs => sets["release-verb"];

    /// <summary>Other verbs whose subject is an organization or a person: 收购 领投 宣布 成立.</summary>
    public WordSet AgentVerbs => sets["agent-verb"];

    /// <summary>Words between a subject and its verb: 正式 首次 已.</summary>
    public WordSet Adverbs => sets["adverb"];

    /// <summary>Words that show that what stands before them is an organization: 旗下 公司 团队.</summary>
    public WordSet OrganizationFollowers => sets["after-organization"];

    /// <summary>Words that show that what stands behind them is an organization: 由 携手 收购.</summary>
    public WordSet OrganizationLeaders => sets["before-organization"];

    /// <summary>Nouns for kinds of organizations behind a list: 等企业 等厂商.</summary>
    public WordSet OrganizationClasses => sets["organization-class"];

    /// <summary>Words that alone make no name: 人工 智能 新能源 国内.</summary>
    public WordSet Generic => sets["generic"];

    /// <summary>Words that stand before a product's name without belonging to it: 开源 多模态 首款.</summary>
    public WordSet Descriptors => sets["descriptor"];

    /// <summary>Latin words that name neither organizations nor products: AI GPU API.</summary>
    public WordSet LatinCommon => sets["latin-common"];

    /// <summary>Words behind a version that belong to a product's name: Turbo Pro 标准版.</summary>
    public WordSet VersionTails => sets["version-tail"];

    /// <summary>Units and counters that show that a number is an amount, not a version: 年 亿 款.</summary>
    public WordSet Counters => sets["counter"];

    /// <summary>Words in a table cell that say that there is no value.</summary>
    public WordSet EmptyCells => sets["empty-cell"];

    /// <summary>Words behind a name in a table cell that tell of its part in a deal: 领投 等 全资.</summary>
    public WordSet CellTails => sets["cell-tail"];

    /// <summary>What begins a table cell that names nobody: 某 多家 老股东.</summary>
    public WordSet VagueCells => sets["cell-vague"];

    /// <summary>Nouns for trades that end the names of companies behind their brand: 科技 重机 半导体.</summary>
    public WordSet BrandTails => sets["brand-tail"];

    /// <summary>Words that a profile of an organization has: 成立 创立 总部.</summary>
    public WordSet ProfileWords => sets["profile"];

    /// <summary>Nouns that stand before a name and say what it names: 公司 服务商 集成商.</summary>
    public WordSet ClassNouns => sets["class-noun"];

    /// <summary>Words behind a subject that are no verbs: 在 把 因 就.</summary>
    public WordSet SubjectEnds => sets["subject-end"];

    /// <summary>Verbs whose object is an organization: 收购 入股 起诉.</summary>
    public WordSet ObjectVerbs => sets["object-verb"];

    /// <summary>Verbs that only companies take: 上市 挂牌 递表.</summary>
    public WordSet ListingVerbs => sets["listing-verb"];

    /// <summary>Last words of Latin names of organizations: Therapeutics Labs Inc.</summary>
    public WordSet LatinSuffixes => sets["latin-suffix"];

    /// <summary>Words directly behind a Latin name that make it an organization: 公司 宣布 表示.</summary>
    public WordSet LatinFollowers => sets["latin-follower"];

    /// <summary>Characters that end the name of a kind, not of an organization: 型 式 级.</summary>
    public WordSet KindTails => sets["kind-tail"];

    /// <summary>Labels of a document's publisher: 来源 编写单位.</summary>
    public WordSet PublisherLabels => sets["publisher-label"];

    /// <summary>Whole words that no name holds: 知道 我们 终于.</summary>
    public WordSet Breaks => sets["break"];

    /// <summary>Words behind a Latin name that make it the name of a licence: 许可证 协议.</summary>
    public WordSet Licenses => sets["license"];

    public static NameWords Load(KnowledgeFolder knowledge)
    {
        TsvTable table = knowledge.ReadTsv(File);
        var lists = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (TsvRow row in table.Rows)
            foreach (string word in table.Field(row, "words").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                string use = table.Field(row, "use");
                if (!lists.TryGetValue(use, out List<string>? list)) lists[use] = list = [];
                list.Add(word.Replace('_', ' '));
            }

        return new NameWords(lists.ToDictionary(list => list.Key, list => new WordSet(list.Value), StringComparer.Ordinal).Complete());
    }
}

/// <summary>Makes sure that every use has words.</summary>
internal static class NameWordUses
{
    private static readonly string[] Uses =
    [
        "stop", "release-verb", "agent-verb", "adverb", "after-organization", "before-organization", "organization-class", "generic",
        "descriptor", "latin-common", "version-tail", "counter", "empty-cell", "cell-tail", "cell-vague", "profile",
        "class-noun", "brand-tail", "subject-end", "object-verb", "listing-verb", "latin-suffix", "latin-follower", "kind-tail", "publisher-label", "break", "license",
    ];

    public static Dictionary<string, WordSet> Complete(this Dictionary<string, WordSet> sets)
    {
        foreach (string use in Uses)
            if (!sets.ContainsKey(use)) throw new KnowledgeException("lexicon/name-words.tsv", 0, $"no words of the use '{use}'");
        foreach (string use in sets.Keys.Order(StringComparer.Ordinal))
            if (!Uses.Contains(use)) throw new KnowledgeException("lexicon/name-words.tsv", 0, $"unknown use '{use}'");
        return sets;
    }
}
