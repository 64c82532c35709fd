using Extraction.Ocr.Networks;
using Microsoft.ML.OnnxRuntime;

namespace Extraction.Ocr.Models;

/// <summary>A network with one input of pictures and one output of numbers. Safe for several threads at once.</summary>
internal sealed class OcrModel : IDisposable
{
    private readonly InferenceSession session;
    private readonly RunOptions options = new();

    /// <summary>Loads a model file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="givesBack">Whether the memory of a run is given back at its end: for a network that sees a whole page and runs once for it.</param>
    public OcrModel(string path, bool givesBack = false)
    {
        if (givesBack) options.AddRunConfigEntry("memory.enable_memory_arena_shrinkage", "cpu:0");
        using SessionOptions settings = Settings();
        session = new InferenceSession(NetworkFolding.Apply(File.ReadAllBytes(path)), settings);
    }

    /// <summary>The output for one picture.</summary>
    /// <param name="planes">Three planes, one after the other, row by row.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    public float[] Run(float[] planes, int width, int height)
    {
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(planes, [1, 3, height, width]);
        using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(options, [session.InputNames[0]], [input], [session.OutputNames[0]]);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        options.Dispose();
        session.Dispose();
    }

    /// <summary>One thread, so that sums are always taken in the same order. Layers share an arena: without it each asks the system for its memory, an eighth of the time.</summary>
    private static SessionOptions Settings() => new()
    {
        IntraOpNumThreads = 1,
        InterOpNumThreads = 1,
        ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
        GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        EnableCpuMemArena = true,
        EnableMemoryPattern = false,
        LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
    };
}
