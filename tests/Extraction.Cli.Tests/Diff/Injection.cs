using Extraction.Review.Comparing;

namespace Extraction.Cli.Tests.Diff;

/// <summary>One thing that is another in the second run, and the cause that must be found for every difference that it makes.</summary>
/// <param name="Name">For people.</param>
/// <param name="Kind">The cause.</param>
/// <param name="Reference">What must be among its references.</param>
/// <param name="Apply">Changes the knowledge folder or the reports of the second run.</param>
/// <param name="Arguments">Options of the second run.</param>
internal sealed record Injection(string Name, CauseKind Kind, string Reference, Action<InjectedRun> Apply, params string[] Arguments)
{
    internal static readonly Injection[] All =
    [
        new("a trigger taken out of a rule", CauseKind.Rule, "rules/events.yaml#release", run => run.Edit("rules/events.yaml", "发布, 推出, 上线, ", "发布, 推出, ")),
        new("a rule with another label", CauseKind.Rule, "rules/events.yaml#acquisition", run => run.Edit("rules/events.yaml", "id: acquisition\n    label: acquisition", "id: acquisition\n    label: financial")),
        new("a rule taken out", CauseKind.Rule, "rules/dates.yaml#year-month", run => run.Cut("rules/dates.yaml", "  - id: year-month\n", "  - id: numeric-month\n")),
        new("a word of planning taken out", CauseKind.Rule, "rules/stance.yaml#planned.before", run => run.Edit("rules/stance.yaml", "before: [计划, ", "before: [")),
        new("a word of issuing taken out", CauseKind.Rule, "rules/policy.yaml#issue_words", run => run.Edit("rules/policy.yaml", "公布, 颁布, 签发, 下发, 签署", "颁布, 签发, 下发, 签署")),
        new("a word around figures", CauseKind.Rule, "rules/statistics.yaml#trailing", run => run.Edit("rules/statistics.yaml", "trailing: [升至", "trailing: [份额, 升至")),
        new("a table header taken out", CauseKind.Rule, "rules/tables.yaml#columns.model", run => run.Edit("rules/tables.yaml", "model: [模型名称, ", "model: [")),
        new("a word before sums", CauseKind.Rule, "rules/arguments.yaml#valuation_words", run => run.Edit("rules/arguments.yaml", "valuation_words: [估值", "valuation_words: [完成, 估值")),
        new("an organization with another seat", CauseKind.Lexicon, "lexicon/organizations.tsv#大疆", run => run.Edit("lexicon/organizations.tsv", "大疆创新|full;DJI|english\t\t深圳", "大疆创新|full;DJI|english\t\t东莞")),
        new("an organization under another name", CauseKind.Lexicon, "lexicon/organizations.tsv#招商银行", run => run.Edit("lexicon/organizations.tsv", "\n招商银行\tcompany\t招行|short", "\n招行\tcompany\t招商银行|full")),
        new("an organization taken out", CauseKind.Lexicon, "lexicon/organizations.tsv#亿航智能", run => run.Cut("lexicon/organizations.tsv", "亿航智能\t", "\n")),
        new("a unit under another name", CauseKind.Lexicon, "lexicon/units.tsv#Wh/kg", run => run.Edit("lexicon/units.tsv", "Wh/kg\tmeasure", "Wh/kg\tmeasure\t瓦时/千克")),
        new("a product put in", CauseKind.Lexicon, "lexicon/products.tsv#招企通", run => run.Append("lexicon/products.tsv", "招企通\tservice\n")),
        new("a radical that is no longer repaired", CauseKind.Normalizer, "normalization/ideographs.tsv", run => run.Cut("normalization/ideographs.tsv", "2F24\t", "\n")),
        new("a head word taken out", CauseKind.Resolution, "resolution/head-words.tsv", run => run.Cut("resolution/head-words.tsv", "\n大模型\n", "\n")),
        new("no model", CauseKind.Model, "none", run => run.DeleteModel()),
        new("dates folded", CauseKind.Option, "fold-dates", _ => { }, "--fold-dates"),
        new("a figure edited", CauseKind.Source, "a.txt", run => run.EditReport("a.txt", "37.0%", "47.0%")),
        new("a date edited", CauseKind.Source, "a.txt", run => run.EditReport("a.txt", "2023年6月，招商", "2023年8月，招商")),
        new("a line taken out", CauseKind.Source, "a.txt", run => run.EditReport("a.txt", "• 2022年3月，大疆发布Avata无人机。\n\n", "")),
        new("a line put in at the top", CauseKind.Source, "a.txt", run => run.EditReport("a.txt", "• 2022年3月，大疆", "• 2022年1月，小鹏汽车发布G9汽车。\n\n• 2022年3月，大疆")),
        new("a report put in", CauseKind.Source, "d.txt", run => run.AddReport("d.txt", " 银行\n\n• 2023年6月，招商银行上线“招企通”平台。\n\n• 2023年8月，平安银行发布“星云”平台。\n")),
        new("a report taken out", CauseKind.Source, "b.txt", run => run.DeleteReport("b.txt")),
        new("a report under another name", CauseKind.Source, "e.md", run => run.RenameReport("c.md", "e.md")),
    ];

    /// <summary>Whether a cause names this injection and nothing else.</summary>
    internal bool IsNamedBy(Cause cause) => cause.Kind == Kind && cause.References.Any(reference => reference.EndsWith(Reference, StringComparison.Ordinal));

    /// <summary>Whether a cause allows for this injection.</summary>
    internal bool MayBe(Cause cause) => IsNamedBy(cause) || cause.Candidates.Any(IsNamedBy);
}
