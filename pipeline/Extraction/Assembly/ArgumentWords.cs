using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Assembly;

/// <summary>The function words of rules/arguments.yaml that tell where the arguments of an event begin and end.</summary>
internal sealed class ArgumentWords
{
    private ArgumentWords(ArgumentsFile file, ImmutableHashSet<string> surnames)
    {
        Surnames = surnames;
        AgentPrepositions = [.. file.AgentPrepositions];
        Passives = [.. file.Passives];
        ObjectPrepositions = [.. file.ObjectPrepositions];
        Connectors = [.. file.Connectors.OrderByDescending(word => word.Length)];
        ClauseConnectors = [.. file.ClauseConnectors];
        RoleWords = [.. file.RoleWords];
        ObjectPrefixes = [.. file.ObjectPrefixes.OrderByDescending(word => word.Length)];
        ObjectStops = [.. file.ObjectStops];
        ValuationWords = [.. file.ValuationWords];
        InvestorMarkers = [.. file.InvestorMarkers];
        GenericObjects = [.. file.GenericObjects];
        GenericSubjects = [.. file.GenericSubjects];
        PriceNouns = [.. file.PriceNouns];
        PurchaseAgreements = [.. file.PurchaseAgreements];
        PurchaseVerbs = [.. file.PurchaseVerbs];
        PriceAdverbs = [.. file.PriceAdverbs];
        RateNouns = [.. file.RateNouns];
        ObjectMarkers = [.. file.ObjectMarkers];
        TargetMarkers = [.. file.TargetMarkers];
        CarryOverStarts = [.. file.CarryOverStarts];
        OrganizationHeads = [.. file.OrganizationHeads];
        PhraseEnds = [.. file.PhraseEnds];
        Pronouns = [.. file.Pronouns];
        MakerMarkers = [.. file.MakerMarkers];
        AllowedActs = [.. file.AllowedActs];
        LicensedLeads = [.. file.LicensedLeads.OrderByDescending(word => word.Length)];
        LicensedEnds = [.. file.LicensedEnds];
        PartNouns = [.. file.PartNouns.OrderByDescending(word => word.Length)];
        FindingLeads = [.. file.FindingLeads.OrderByDescending(word => word.Length)];
        FindingEnds = [.. file.FindingEnds];
        AsideMarks = [.. file.AsideMarks];
        AssetHeads = [.. file.AssetHeads];
        Recipients = [.. file.Recipients];
        SelfWords = [.. file.SelfWords];
        PostsBehind = [.. file.PostsBehind];
        FormerWords = [.. file.FormerWords];
        PersonsBehind = [.. file.PersonsBehind];
        TopicTitles = [.. file.TopicTitles];
        NoticeTitles = [.. file.NoticeTitles];
        Announcing = [.. file.Announcing.OrderByDescending(word => word.Length)];
        Reasons = [.. file.Reasons];
        SameOccasion = [.. file.SameOccasion];
        Origins = [.. file.Origins];
        Registrations = [.. file.Registrations];
        DealNouns = [.. file.DealNouns.OrderByDescending(word => word.Length)];
        DealDays = [.. file.DealDays.OrderByDescending(word => word.Length)];
        UnitTails = [.. file.UnitTails];
        AuthorityTails = [.. file.AuthorityTails];
        ObjectAdverbs = [.. file.ObjectAdverbs.OrderByDescending(word => word.Length)];
    }

    /// <summary>An organization directly behind one of these is not the agent: 基于, 对, 超越.</summary>
    internal ImmutableArray<string> AgentPrepositions { get; }

    /// <summary>被, 由, 获: what follows does it to what stands before.</summary>
    internal ImmutableArray<string> Passives { get; }

    /// <summary>A product directly behind one of these is not the object: 应对, 搭载.</summary>
    internal ImmutableArray<string> ObjectPrepositions { get; }

    /// <summary>What joins agents or objects, longest first: 、 和 &amp; 联合.</summary>
    internal ImmutableArray<string> Connectors { get; }

    /// <summary>Between two predicates of one clause: 并, 随后.</summary>
    internal ImmutableArray<string> ClauseConnectors { get; }

    /// <summary>An organization followed by one of these belongs to a person's role: 前, CEO.</summary>
    internal ImmutableArray<string> RoleWords { get; }

    /// <summary>What is cut from the front of an object that no recognizer named: 了, 新一代, 首款.</summary>
    internal ImmutableArray<string> ObjectPrefixes { get; }

    /// <summary>Where such an object ends: 并, 以及, 用于.</summary>
    internal ImmutableArray<string> ObjectStops { get; }

    /// <summary>A sum behind one of these is a value of the company, not of the deal: 估值.</summary>
    internal ImmutableArray<string> ValuationWords { get; }

    /// <summary>Organizations around these are investors: 领投.</summary>
    internal ImmutableArray<string> InvestorMarkers { get; }

    /// <summary>Nouns that name no particular object: 产品, 融资.</summary>
    internal ImmutableArray<string> GenericObjects { get; }

    /// <summary>Subjects that name nobody: 某公司, 多家企业.</summary>
    internal ImmutableArray<string> GenericSubjects { get; }

    /// <summary>Nouns of a price: 售价, 费率.</summary>
    internal ImmutableArray<string> PriceNouns { get; }

    /// <summary>Nouns of interest rates and ratios: LPR, 存款准备金率.</summary>
    internal ImmutableArray<string> RateNouns { get; }

    /// <summary>What an object stands behind: 将, 把, 下调.</summary>
    internal ImmutableArray<string> ObjectMarkers { get; }

    /// <summary>An organization directly behind one of these is acted upon: 对, 向.</summary>
    internal ImmutableArray<string> TargetMarkers { get; }

    /// <summary>What begins a clause whose subject stands before it: pronouns, adverbs, prepositions.</summary>
    internal ImmutableArray<string> CarryOverStarts { get; }

    /// <summary>Nouns that end what is founded: 分公司, 研究院.</summary>
    internal ImmutableArray<string> OrganizationHeads { get; }

    /// <summary>Adverbs between an object and the trigger behind it, longest first: 正式, 首次.</summary>
    internal ImmutableArray<string> ObjectAdverbs { get; }

    /// <summary>Where a noun phrase before a trigger ends: 以某许可证, 在某地.</summary>
    internal ImmutableArray<string> PhraseEnds { get; }

    /// <summary>What points at an object named before: 这款, 该.</summary>
    internal ImmutableArray<string> Pronouns { get; }

    /// <summary>What a maker stands behind that is named after its product: 出自, 来自.</summary>
    internal ImmutableArray<string> MakerMarkers { get; }

    /// <summary>开展: what it introduces is what an approval allows.</summary>
    internal ImmutableArray<string> AllowedActs { get; }

    /// <summary>Before what is licensed, longest first: 将, 旗下.</summary>
    internal ImmutableArray<string> LicensedLeads { get; }

    /// <summary>Behind what is licensed: 的许可证, 由, 自.</summary>
    internal ImmutableArray<string> LicensedEnds { get; }

    /// <summary>Parts that stand for the whole, longest first: 的代码, 的权重.</summary>
    internal ImmutableArray<string> PartNouns { get; }

    /// <summary>Before what a finding is about, longest first: 阐明, 在, 一类.</summary>
    internal ImmutableArray<string> FindingLeads { get; }

    /// <summary>Behind what a finding is about: 能, 可以, 里.</summary>
    internal ImmutableArray<string> FindingEnds { get; }

    /// <summary>What begins an entry of such a document that tells of others: 同期业界.</summary>
    internal ImmutableArray<string> AsideMarks { get; }

    /// <summary>Nouns that end what is bought without being a company: 业务, 工厂.</summary>
    internal ImmutableArray<string> AssetHeads { get; }

    /// <summary>Who stands behind one of these receives: 给, 予.</summary>
    internal ImmutableArray<string> Recipients { get; }

    /// <summary>How a text calls the company that it is about: 公司, 本公司.</summary>
    internal ImmutableArray<string> SelfWords { get; }

    /// <summary>Triggers whose employer stands behind them: 加盟, 出任.</summary>
    internal ImmutableArray<string> PostsBehind { get; }

    /// <summary>An organization behind one of these is where somebody came from: 前, 原.</summary>
    internal ImmutableArray<string> FormerWords { get; }

    /// <summary>How names of an organization's parts end: 研究院, 分公司.</summary>
    internal ImmutableArray<string> UnitTails { get; }

    /// <summary>Triggers whose person stands behind them: 任命, 免去.</summary>
    internal ImmutableArray<string> PersonsBehind { get; }

    /// <summary>A title with one of these tells of the one organization that it names.</summary>
    internal ImmutableArray<string> TopicTitles { get; }

    /// <summary>What stands between a thing and the change of its price: 由, 从, 每吨, 平均.</summary>
    internal ImmutableArray<string> PriceAdverbs { get; }

    /// <summary>Agreements by which the first party buys the second: 收购协议.</summary>
    internal ImmutableArray<string> PurchaseAgreements { get; }

    /// <summary>What buys: 收购, 买下.</summary>
    internal ImmutableArray<string> PurchaseVerbs { get; }

    /// <summary>How the titles of notices end: 公告, 说明.</summary>
    internal ImmutableArray<string> NoticeTitles { get; }

    /// <summary>What ends a clause that only says who announces when, longest first: 公告, 宣布.</summary>
    internal ImmutableArray<string> Announcing { get; }

    /// <summary>What begins a sentence that tells of the occasion of the one before: 同场, 会上.</summary>
    internal ImmutableArray<string> SameOccasion { get; }

    /// <summary>What stands behind an organization that somebody came from: 出来, 出身.</summary>
    internal ImmutableArray<string> Origins { get; }

    internal ImmutableArray<string> Registrations { get; }

    /// <summary>What companies file, pay or issue, longest first: 辅导备案, 中期股息.</summary>
    internal ImmutableArray<string> DealNouns { get; }

    /// <summary>What begins a clause that tells of earlier things: 因, 此前.</summary>
    internal ImmutableArray<string> Reasons { get; }

    /// <summary>What stands beside the date of a deal that is told behind it, longest first: 交割, 公布.</summary>
    internal ImmutableArray<string> DealDays { get; }

    /// <summary>How names of courts and authorities end.</summary>
    internal ImmutableArray<string> AuthorityTails { get; }

    /// <summary>The first sum of money of a region that is the deal's and no value of a company; null where there is none.</summary>
    internal QuantityMention? Price(Statement statement, TextSpan region) =>
        statement.In<QuantityMention>(region)
            .Where(item => item.Quantity.Kind == QuantityKind.Money)
            .FirstOrDefault(item => !ValuationWords.Any(word => statement.Slice(item.Span.Start - 8, item.Span.Start).Contains(word, StringComparison.Ordinal)));

    /// <summary>Chinese surnames.</summary>
    internal ImmutableHashSet<string> Surnames { get; }

    internal static ArgumentWords Load(KnowledgeFolder knowledge)
    {
        TsvTable surnames = knowledge.ReadTsv("lexicon/surnames.tsv");
        return new ArgumentWords(
            YamlKnowledge.Read<ArgumentsFile>(knowledge, "rules/arguments.yaml"),
            [.. surnames.Rows.SelectMany(row => surnames.Field(row, "surnames").Split(' ', StringSplitOptions.RemoveEmptyEntries))]);
    }

    private sealed class ArgumentsFile
    {
        public List<string> AgentPrepositions { get; set; } = [];

        public List<string> Passives { get; set; } = [];

        public List<string> ObjectPrepositions { get; set; } = [];

        public List<string> Connectors { get; set; } = [];

        public List<string> ClauseConnectors { get; set; } = [];

        public List<string> RoleWords { get; set; } = [];

        public List<string> ObjectPrefixes { get; set; } = [];

        public List<string> ObjectStops { get; set; } = [];

        public List<string> ValuationWords { get; set; } = [];

        public List<string> InvestorMarkers { get; set; } = [];

        public List<string> GenericObjects { get; set; } = [];

        public List<string> GenericSubjects { get; set; } = [];

        public List<string> PriceNouns { get; set; } = [];

        public List<string> PurchaseAgreements { get; set; } = [];

        public List<string> PurchaseVerbs { get; set; } = [];

        public List<string> PriceAdverbs { get; set; } = [];

        public List<string> RateNouns { get; set; } = [];

        public List<string> ObjectMarkers { get; set; } = [];

        public List<string> TargetMarkers { get; set; } = [];

        public List<string> CarryOverStarts { get; set; } = [];

        public List<string> OrganizationHeads { get; set; } = [];

        public List<string> ObjectAdverbs { get; set; } = [];

        public List<string> PhraseEnds { get; set; } = [];

        public List<string> Pronouns { get; set; } = [];

        public List<string> MakerMarkers { get; set; } = [];

        public List<string> AllowedActs { get; set; } = [];

        public List<string> LicensedLeads { get; set; } = [];

        public List<string> LicensedEnds { get; set; } = [];

        public List<string> PartNouns { get; set; } = [];

        public List<string> FindingLeads { get; set; } = [];

        public List<string> FindingEnds { get; set; } = [];

        public List<string> AsideMarks { get; set; } = [];

        public List<string> AssetHeads { get; set; } = [];

        public List<string> Recipients { get; set; } = [];

        public List<string> SelfWords { get; set; } = [];

        public List<string> PostsBehind { get; set; } = [];

        public List<string> FormerWords { get; set; } = [];

        public List<string> PersonsBehind { get; set; } = [];

        public List<string> TopicTitles { get; set; } = [];

        public List<string> NoticeTitles { get; set; } = [];

        public List<string> Announcing { get; set; } = [];

        public List<string> DealDays { get; set; } = [];

        public List<string> Reasons { get; set; } = [];

        public List<string> SameOccasion { get; set; } = [];

        public List<string> Origins { get; set; } = [];

        public List<string> Registrations { get; set; } = [];

        public List<string> DealNouns { get; set; } = [];

        public List<string> UnitTails { get; set; } = [];

        public List<string> AuthorityTails { get; set; } = [];
    }
}
