using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.ML;

namespace Extraction.Learning.Training;

/// <summary>Writes and reads model.json, the description that stands beside a model.</summary>
public sealed record ModelCard
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>64 hex digits over the model's entries.</summary>
    public required string Hash { get; init; }

    /// <summary>64 hex digits over the label files that it was trained on.</summary>
    public required string LabelsHash { get; init; }

    /// <summary>Names of the labels, in the order of the model's scores.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Mean F1 on the test part, 0 to 1.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>Reads what a program needs to know of a description.</summary>
    /// <exception cref="JsonException">Not a description.</exception>
    public static ModelCard Parse(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        try
        {
            return new ModelCard
            {
                Hash = root.GetProperty("hash").GetString()!,
                LabelsHash = root.GetProperty("labelsHash").GetString()!,
                Labels = [.. root.GetProperty("labels").EnumerateArray().Select(label => label.GetProperty("label").GetString()!)],
                MacroF1 = root.GetProperty("test").GetProperty("macroF1").GetDouble(),
            };
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException)
        {
            throw new JsonException(error.Message, error);
        }
    }

    /// <summary>Writes the description of a model, UTF-8, LF.</summary>
    public static byte[] Write(TrainedModel model)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Layout))
        {
            json.WriteStartObject();
            json.WriteString("hash", model.Hash);
            json.WriteString("labelsHash", model.LabelsHash);
            json.WriteString("library", "Microsoft.ML " + LibraryVersion);
            WriteOptions(json, model.Options);
            WriteTest(json, model.Evaluation);
            WriteLabels(json, model.Evaluation);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static string LibraryVersion => typeof(MLContext).Assembly.GetName().Version!.ToString(3);

    private static void WriteOptions(Utf8JsonWriter json, TrainingOptions options)
    {
        json.WriteStartObject("training");
        json.WriteString("trainer", "SDCA maximum entropy and networks");
        json.WriteNumber("characterBits", options.CharacterBits);
        json.WriteNumber("characterLength", options.CharacterLength);
        json.WriteNumber("wordBits", options.WordBits);
        json.WriteNumber("wordLength", options.WordLength);
        json.WriteNumber("regularization", options.Regularization);
        json.WriteNumber("iterations", options.Iterations);
        json.WriteNumber("balance", options.Balance);
        json.WriteNumber("seed", options.Seed);
        WriteNetworks(json, options.Networks);
        json.WriteEndObject();
    }

    private static void WriteNetworks(Utf8JsonWriter json, NetworkOptions options)
    {
        json.WriteStartObject("networks");
        json.WriteNumber("count", options.Count);
        json.WriteNumber("leastStatements", options.LeastStatements);
        json.WriteNumber("hidden", options.Hidden);
        json.WriteNumber("passes", options.Passes);
        json.WriteNumber("rate", options.Rate);
        json.WriteNumber("featureDropout", options.FeatureDropout);
        json.WriteNumber("unitDropout", options.UnitDropout);
        json.WriteEndObject();
    }

    private static void WriteTest(Utf8JsonWriter json, ClassifierEvaluation evaluation)
    {
        json.WriteStartObject("test");
        json.WriteNumber("statements", evaluation.Tested);
        json.WriteNumber("accuracy", Rounded(evaluation.Accuracy));
        json.WriteNumber("macroF1", Rounded(evaluation.MacroF1));
        json.WriteNumber("calibrationError", Rounded(evaluation.CalibrationError));
        json.WriteStartArray("confusions");
        foreach (Confusion confusion in evaluation.Confusions)
        {
            json.WriteStartObject();
            json.WriteString("actual", confusion.Actual);
            json.WriteString("predicted", confusion.Predicted);
            json.WriteNumber("count", confusion.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLabels(Utf8JsonWriter json, ClassifierEvaluation evaluation)
    {
        json.WriteStartArray("labels");
        foreach (LabelScore score in evaluation.Labels)
        {
            json.WriteStartObject();
            json.WriteString("label", score.Label);
            json.WriteNumber("train", score.Train);
            json.WriteNumber("test", score.Test);
            json.WriteNumber("precision", Rounded(score.Precision));
            json.WriteNumber("recall", Rounded(score.Recall));
            json.WriteNumber("f1", Rounded(score.F1));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static double Rounded(double value) => Math.Round(value, 4, MidpointRounding.AwayFromZero);
}
