using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Learning.Labels;
using Extraction.Learning.Training;

namespace Extraction.Learning.Tests.Training;

[Collection(KnowledgeCollection.Name)]
public sealed class ClassifierTrainingTests(TestKnowledge knowledge)
{
    [Fact]
    public void Training_twice_gives_the_same_bytes()
    {
        TrainedModel first = Train(), second = Train();
        Assert.Equal(first.Hash, second.Hash);
        Assert.Equal(first.Zip, second.Zip);
        Assert.Equal(ModelCard.Write(first), ModelCard.Write(second));
    }

    [Fact]
    public void The_hash_depends_on_entries_and_not_on_the_zip_around_them()
    {
        byte[] zip = Train().Zip;
        Assert.Equal(zip, ModelArchive.Canonical(zip, ModelArchive.Networks(zip)));
        Assert.Equal(ModelArchive.Hash(zip), ModelArchive.Hash(TestZip.WithTimeStamps(zip)));
        Assert.NotEqual(ModelArchive.Hash(zip), ModelArchive.Hash(TestZip.WithLastByteOfLastEntryChanged(zip)));
    }

    [Fact]
    public void A_model_learns_its_own_examples_the_first_and_the_last_label_included()
    {
        LabelSet labels = SmallSet();
        StatementModel model = StatementModel.Load(Train().Zip);
        foreach (LabeledStatement statement in labels.Train)
        {
            float[] scores = model.Score(knowledge.Extractor.Extract(knowledge.Parser.Parse(statement.Text)));
            Assert.Equal(LabelNames.All.Length, scores.Length);
            Assert.Equal(1, scores.Sum(), 1e-4);
            Assert.Equal(statement.Label, (StatementLabel)Array.IndexOf(scores, scores.Max()));
        }
    }

    [Fact]
    public void Test_statements_that_differ_by_masked_parts_only_are_left_out()
    {
        TrainedModel model = Train();
        Assert.Equal(1, model.Skipped[ClassifierTraining.SamePattern]);
        Assert.Equal(2, model.Evaluation.Tested);
    }

    [Fact]
    public void Rules_model_and_both_are_measured_on_the_same_statements()
    {
        ImmutableArray<AblationRow> rows = Train().Ablation;
        Assert.Equal(["rules alone", "model alone", "both"], rows.Select(row => row.Name));
        Assert.All(rows, row => Assert.InRange(row.MacroF1, 0, 1));
    }

    [Fact]
    public void A_curve_is_measured_where_it_is_asked_for()
    {
        Assert.NotEmpty(Train().Curve);
        Assert.Empty(new ClassifierTraining(knowledge.Parser, knowledge.Extractor, Options with { MeasuresCurve = false }).Run(SmallSet()).Curve);
    }

    [Fact]
    public void The_card_can_be_read_back()
    {
        TrainedModel model = Train();
        ModelCard card = ModelCard.Parse(ModelCard.Write(model));
        Assert.Equal((model.Hash, model.LabelsHash), (card.Hash, card.LabelsHash));
        Assert.Equal(LabelNames.All, card.Labels);
        Assert.Equal(model.Evaluation.MacroF1, card.MacroF1, 1e-4);
        Assert.ThrowsAny<JsonException>(() => ModelCard.Parse("{}"u8.ToArray()));
    }

    [Fact]
    public void The_report_names_every_label_and_uses_line_feeds()
    {
        string report = ClassifierReport.Write(Train());
        Assert.All(LabelNames.All, label => Assert.Contains($"| {label} |", report, StringComparison.Ordinal));
        Assert.DoesNotContain('\r', report);
    }

    [Fact]
    public void A_broken_model_a_foreign_card_and_other_labels_are_knowledge_errors()
    {
        TrainedModel model = Train();
        byte[] card = ModelCard.Write(model);
        string text = Encoding.UTF8.GetString(card);
        AssertBroken("not a zip"u8.ToArray(), card);
        AssertBroken(model.Zip, "{"u8.ToArray());
        AssertBroken(model.Zip, Encoding.UTF8.GetBytes(text.Replace(model.Hash, new string('0', 64), StringComparison.Ordinal)));
        AssertBroken(model.Zip, Encoding.UTF8.GetBytes(text.Replace("\"label\": \"legal\"", "\"label\": \"court\"", StringComparison.Ordinal)));
        using TemporaryFolder whole = ModelFolder(model.Zip, card);
        Assert.Equal(model.Hash, ModelStatementClassifier.Load(new KnowledgeFolder(whole.Path), knowledge.Rules)!.Hash);
    }

    [Fact]
    public void A_folder_without_a_model_gives_none()
    {
        using var folder = new TemporaryFolder();
        Assert.Null(ModelStatementClassifier.Load(new KnowledgeFolder(folder.Path), knowledge.Rules));
    }

    private void AssertBroken(byte[] zip, byte[] card)
    {
        using TemporaryFolder folder = ModelFolder(zip, card);
        Assert.Throws<KnowledgeException>(() => ModelStatementClassifier.Load(new KnowledgeFolder(folder.Path), knowledge.Rules));
    }

    private static TemporaryFolder ModelFolder(byte[] zip, byte[] card)
    {
        TemporaryFolder folder = new TemporaryFolder().With("model/readme");
        File.WriteAllBytes(Path.Combine(folder.Path, ModelStatementClassifier.ModelFile), zip);
        File.WriteAllBytes(Path.Combine(folder.Path, ModelStatementClassifier.CardFile), card);
        return folder;
    }

    private TrainedModel Train() =>
        new ClassifierTraining(knowledge.Parser, knowledge.Extractor, Options).Run(SmallSet());

    private static TrainingOptions Options => new(CharacterBits: 10, WordBits: 10) { Networks = new NetworkOptions(LeastStatements: 1, Passes: 40), MeasuresCurve = true };

    private static LabelSet SmallSet()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With(
                "train/a-news-01.jsonl",
                """{"text":"该平台支持多语言检索，使用方便。","label":"none"}""",
                """{"text":"我们认为行业前景广阔，值得期待。","label":"none"}""",
                """{"text":"2024年3月，新一代储能系统正式推出。","label":"release"}""",
                """{"text":"旗舰车型今日发布，支持快充。","label":"release"}""",
                """{"text":"公司完成2亿元B轮融资。","label":"funding"}""",
                """{"text":"天使轮融资3000万元，由产业资本领投。","label":"funding"}""",
                """{"text":"公司总部位于上海，主营工业软件，由三位教授创办。","label":"organization_profile"}""",
                """{"text":"一家专注于海水淡化设备的企业，产品包括膜组件。","label":"organization_profile"}""")
            .With(
                "test/a-news-02.jsonl",
                """{"text":"公司完成5亿元B轮融资。","label":"funding"}""",
                """{"text":"新款仪器正式推出。","label":"release"}""",
                """{"text":"总部位于某地，专注于芯片设备。","label":"organization_profile"}""");
        return LabelFolder.Read(folder.Path);
    }
}
