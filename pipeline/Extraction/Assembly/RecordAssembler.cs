using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Assembly;

/// <summary>Makes the records of one document from its candidates and mentions. Thread-safe.</summary>
public sealed class RecordAssembler
{
    private readonly EventRules eventRules;
    private readonly StanceReader stance;
    private readonly SurroundingStance surroundings;
    private readonly ArgumentWords words;
    private readonly TableRules tables;
    private readonly OrganizationAssembler organizations;
    private readonly PolicyAssembler policies;
    private readonly FilingAssembler filings;
    private readonly FilingProse filingProse;
    private readonly StatisticAssembler statistics;
    private readonly TableEventAssembler deals;

    private RecordAssembler(KnowledgeFolder knowledge, EventRules eventRules, IOrganizationFacts facts)
    {
        this.eventRules = eventRules;
        StanceRules stanceRules = StanceRules.Load(knowledge);
        stance = new StanceReader(stanceRules);
        surroundings = new SurroundingStance(stanceRules);
        words = ArgumentWords.Load(knowledge);
        tables = TableRules.Load(knowledge);
        organizations = new OrganizationAssembler(facts, words);
        policies = new PolicyAssembler(tables, PolicyAuthority.Load(knowledge, facts));
        filings = new FilingAssembler(tables);
        filingProse = FilingProse.Load(knowledge);
        statistics = new StatisticAssembler(StatisticWords.Load(knowledge));
        deals = new TableEventAssembler(tables, surroundings);
    }

    /// <summary>Loads the rules that it needs.</summary>
    /// <exception cref="KnowledgeException">A rule file is missing or wrong.</exception>
    public static RecordAssembler Load(KnowledgeFolder knowledge, EventRules eventRules, IOrganizationFacts facts) => new(knowledge, eventRules, facts);

    /// <summary>The records of one document, in order of their first evidence.</summary>
    public DocumentRecords Assemble(SegmentedText text, MentionSet mentions, ImmutableArray<Candidate> candidates, DiagnosticBag diagnostics)
    {
        var context = new DocumentContext(text, mentions, candidates, words, tables);
        foreach (TableGrid grid in text.Normalized.Tables.Where(grid => !context.Grids.Views(grid))) Report(grid, diagnostics);
        ImmutableArray<EventRecord> events = RestatedEvents.Without([.. Events(context), .. deals.Assemble(context)]);
        ImmutableArray<FilingRecord> filed = [.. filings.Assemble(context), .. filingProse.Assemble(context)];
        IEnumerable<ExtractedRecord> records = events
            .Concat<ExtractedRecord>(organizations.Assemble(context, events, filed))
            .Concat(policies.Assemble(context))
            .Concat(filed)
            .Concat(statistics.Assemble(context));
        return new DocumentRecords(Describe(context, diagnostics), [.. records.OrderBy(record => record.Evidence[0].Span)]);
    }

    private IEnumerable<EventRecord> Events(DocumentContext context)
    {
        var assembler = new EventAssembler(eventRules, stance, context.Dates, context.Evidence, words);
        ImmutableHashSet<int> told = deals.CellsOf(context);
        foreach (IGrouping<int, Statement> block in context.StatementsByBlock.Where(block => !told.Contains(block.Key)))
        {
            Block own = context.Blocks[block.Key];
            var subjects = new SubjectMemory { Topic = context.Topics.Of(own), Lead = context.LeadOf(own), Makers = context.Makers };
            foreach (Statement statement in block)
                foreach (EventRecord record in assembler.Assemble(statement, [.. context.CandidatesBySentence[statement.Sentence.Index]], subjects))
                    yield return surroundings.Apply(record, own, context);
        }
    }

    private static void Report(TableGrid grid, DiagnosticBag diagnostics) => diagnostics.Warning("table-too-large", "assembly", FormattableString.Invariant(
        $"Table {grid.Number} has {grid.Rows} × {grid.Columns} positions, and all tables of a document may have {GridView.MostPositions}; its cells are read as text, not as rows. Split it."));

    private static DocumentRecord Describe(DocumentContext context, DiagnosticBag diagnostics)
    {
        RawText raw = context.Text.Normalized.Raw;
        Block? title = context.Blocks.FirstOrDefault(block => block.Role == BlockRole.Title && block.Span.Length > 0);
        return new DocumentRecord(
            raw.Document.File.DocumentId,
            raw.Document.File.Source,
            raw.Document.Format,
            title is null ? raw.Document.Title : context.TextOf(title),
            Publisher: null,
            Published: null,
            raw.Document.Pages.Length,
            raw.Text.Length,
            diagnostics.HasErrors ? Outcome.Partial : Outcome.Complete,
            diagnostics.Items);
    }
}
