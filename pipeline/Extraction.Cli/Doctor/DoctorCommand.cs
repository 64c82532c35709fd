using System.CommandLine;
using System.Runtime.InteropServices;
using Extraction.Cli.Ocr;
using Extraction.Formats;
using Extraction.Formats.Legacy;
using Extraction.Knowledge;

namespace Extraction.Cli.Doctor;

/// <summary><c>extraction doctor</c>: what is installed, what is missing, and what that costs.</summary>
internal static class DoctorCommand
{
    internal static Command Create()
    {
        var knowledge = new Option<string?>("--knowledge") { Description = "Another knowledge folder than the one that travels with the program." };
        var command = new Command("doctor", "Check the installation. 检查安装。") { knowledge };
        command.SetAction(parsed => Check(parsed.GetValue(knowledge)));
        return command;
    }

    private static int Check(string? knowledge)
    {
        Say(true, "runtime", $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} processors");
        bool isWhole = TryLoad(knowledge);
        SayTools();
        (bool canRecognize, string models) = OcrCommand.Describe();
        Say(canRecognize, "ocr", models);
        Say(isWhole, "network", "not used: everything runs offline, once the recognition models are there");
        return isWhole ? ExitCode.Done : ExitCode.CheckFailed;
    }

    private static bool TryLoad(string? knowledge)
    {
        try
        {
            using LoadedPipeline loaded = PipelineFactory.Load(knowledge);
            Say(true, "knowledge", $"{PipelineFactory.Knowledge(knowledge).Path}, hash {loaded.Info.KnowledgeHash[..16]}");
            Say(loaded.Info.ModelHash.Length > 0, "model", loaded.Info.ModelHash.Length > 0
                ? "statement classifier, hash " + loaded.Info.ModelHash[..16]
                : "missing: the rules decide alone, weak triggers are kept only with a date; run 'extraction train'");
            Say(true, "formats", "PPTX, DOCX, PDF, HTML, TXT, Markdown; .ppt, .doc and .rtf through LibreOffice");
            return true;
        }
        catch (KnowledgeException error)
        {
            Say(false, "knowledge", error.Message);
            return false;
        }
    }

    // programs of others: what they are for stays unread without them, and nothing else changes
    private static void SayTools()
    {
        LibreOffice office = LibreOffice.Find();
        Say(office.IsInstalled, "soffice", office.IsInstalled
            ? $"{office.Version}: reads .ppt, .doc and .rtf"
            : ".ppt, .doc and .rtf are not read; install LibreOffice (Debian: libreoffice-impress, libreoffice-writer)");
        string? pdftoppm = ExternalTool.Find("pdftoppm");
        Say(pdftoppm is not null, "pdftoppm", pdftoppm ?? "some pictures in PDF cannot be drawn; install poppler (Debian: poppler-utils)");
    }

    private static void Say(bool isOk, string what, string text) => Console.Out.WriteLine($"{(isOk ? "ok     " : "MISSING")} {what,-10} {text}");
}
