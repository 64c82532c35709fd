using Extraction.Ocr.Networks;
using Microsoft.ML.OnnxRuntime;

namespace Extraction.Ocr.Tests.Networks;

/// <summary>An ONNX model built in code: takes <c>x</c>, a picture of two channels and 2 by 2 points, and gives <c>y</c>.</summary>
internal sealed class SmallNetwork
{
    private readonly List<ProtoField> graph = [];

    public SmallNetwork Constant(string name, int[] shape, params float[] values)
    {
        byte[] tensor = new NetworkTensor([.. shape], values).Write(name);
        byte[] attribute = ProtoMessage.Write([ProtoField.Of(1, "value"), ProtoField.Of(5, tensor), ProtoField.Of(20, 4)]);
        graph.Add(ProtoField.Of(1, ProtoMessage.Write([ProtoField.Of(2, name), ProtoField.Of(4, "Constant"), ProtoField.Of(5, attribute)])));
        return this;
    }

    public SmallNetwork Node(string type, string output, params string[] inputs)
    {
        graph.Add(ProtoField.Of(1, ProtoMessage.Write([.. inputs.Select(input => ProtoField.Of(1, input)), ProtoField.Of(2, output), ProtoField.Of(4, type)])));
        return this;
    }

    public byte[] Build()
    {
        byte[] version = ProtoMessage.Write([ProtoField.Of(1, ""), ProtoField.Of(2, 11)]);
        byte[] whole = ProtoMessage.Write([.. graph, ProtoField.Of(2, "g"), ProtoField.Of(11, Value("x")), ProtoField.Of(12, Value("y"))]);
        return ProtoMessage.Write([ProtoField.Of(1, 8), ProtoField.Of(7, whole), ProtoField.Of(8, version)]);
    }

    /// <summary>Types of a model's operations, constants left out.</summary>
    public static IReadOnlyList<string> Types(byte[] model) =>
    [
        .. ProtoMessage.Parse(ProtoMessage.Parse(model).First(field => field.Number == 7).Bytes).Where(field => field.Number == 1)
            .Select(field => new NetworkNode(ProtoMessage.Parse(field.Bytes)).Type).Where(type => type != "Constant"),
    ];

    /// <summary>What a model gives for a picture.</summary>
    public static float[] Run(byte[] model, params float[] picture)
    {
        using var session = new InferenceSession(model);
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(picture, [1, 2, 2, 2]);
        using var options = new RunOptions();
        using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(options, ["x"], [input], ["y"]);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private static byte[] Value(string name)
    {
        byte[] length = ProtoMessage.Write([ProtoField.Of(1, 2)]), one = ProtoMessage.Write([ProtoField.Of(1, 1)]);
        byte[] shape = ProtoMessage.Write([ProtoField.Of(1, one), ProtoField.Of(1, length), ProtoField.Of(1, length), ProtoField.Of(1, length)]);
        byte[] type = ProtoMessage.Write([ProtoField.Of(1, ProtoMessage.Write([ProtoField.Of(1, 1), ProtoField.Of(2, shape)]))]);
        return ProtoMessage.Write([ProtoField.Of(1, name), ProtoField.Of(2, type)]);
    }
}
