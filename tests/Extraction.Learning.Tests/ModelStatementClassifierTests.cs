using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;
using Extraction.Learning.Labels;
using Extraction.Learning.Training;

namespace Extraction.Learning.Tests;

/// <summary>The model that is committed.</summary>
[Collection(KnowledgeCollection.Name)]
public sealed class ModelStatementClassifierTests(TestKnowledge knowledge)
{
    private const double LeastMacroF1 = 0.8;
    private const long MostBytes = 6 * 1024 * 1024;

    private readonly ModelStatementClassifier classifier = ModelStatementClassifier.Load(knowledge.Folder, knowledge.Rules)!;

    [Fact]
    public void The_card_describes_the_committed_model_and_the_committed_labels()
    {
        ModelCard card = Card;
        Assert.Equal(card.Hash, classifier.Hash);
        string labels = Path.Combine(TestKnowledge.RepositoryRoot, "pipeline", "knowledge", "labels");
        Assert.True(card.LabelsHash == LabelFolder.Read(labels).Hash, "the labels have changed since the model was trained; run 'extraction train'");
    }

    [Fact]
    public void The_committed_model_is_small_and_good_enough()
    {
        Assert.InRange(new FileInfo(Path.Combine(knowledge.Folder.Path, ModelStatementClassifier.ModelFile)).Length, 1, MostBytes);
        Assert.InRange(Card.MacroF1, LeastMacroF1, 1);
    }

    [Theory]
    [InlineData("2024年5月，云帆智能宣布完成3亿元B轮融资，由红杉中国领投。", StatementLabel.Funding)]
    [InlineData("2023年市场规模达到520亿元，同比增长18.3%。", StatementLabel.Statistic)]
    [InlineData("工业和信息化部印发《工业机器人行业规范条件》。", StatementLabel.Policy)]
    [InlineData("该功能可以帮助用户快速整理会议内容。", StatementLabel.None)]
    [InlineData("李明出任公司首席执行官。", StatementLabel.Personnel)]
    public void Plain_cases_are_told(string text, StatementLabel label)
    {
        Candidate best = Classify(text).MaxBy(candidate => candidate.Confidence)!;
        Assert.Equal(label, best.Label);
        Assert.Equal("model@" + classifier.Hash[..16], best.DecidedBy);
        Assert.Null(best.Trigger);
    }

    [Fact]
    public void Every_label_has_a_probability()
    {
        ImmutableArray<Candidate> candidates = Classify("双方签署战略合作协议。");
        Assert.Equal(Enum.GetValues<StatementLabel>(), candidates.Select(candidate => candidate.Label));
        Assert.Equal(1, candidates.Sum(candidate => candidate.Confidence), 2e-3);
    }

    [Fact]
    public void Many_threads_get_what_one_gets()
    {
        string[] texts = [.. Enumerable.Range(1, 200).Select(i => $"第{i}号项目于2024年{i % 12 + 1}月{(i % 2 == 0 ? "投产" : "获得融资")}，金额{i}万元。")];
        Statement[] statements = [.. texts.Select(knowledge.Parser.Parse)];
        ImmutableArray<Candidate>[] alone = [.. statements.Select(statement => classifier.Classify(statement).ToImmutableArray())];
        var together = new ImmutableArray<Candidate>[statements.Length];
        Parallel.For(0, statements.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = [.. classifier.Classify(statements[i])]);
        for (int i = 0; i < statements.Length; i++) Assert.Equal(alone[i].AsEnumerable(), together[i]);
    }

    private ModelCard Card => ModelCard.Parse(knowledge.Folder.ReadBytes(ModelStatementClassifier.CardFile));

    private ImmutableArray<Candidate> Classify(string text) => [.. classifier.Classify(knowledge.Parser.Parse(text))];
}
