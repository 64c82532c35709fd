using System.CommandLine;
using Extraction.Cli.Run;

namespace Extraction.Cli.Text;

/// <summary>What the commands on plain text share: where the text comes from, and what is said of it at the end.</summary>
internal static class TextInput
{
    internal const string Standard = "-";

    internal static Argument<string> Argument() => new("file")
    {
        Description = "A text in UTF-8; - or nothing for standard input. UTF-8 文本，省略则读标准输入。",
        DefaultValueFactory = _ => Standard,
    };

    /// <exception cref="UsageException">It cannot be read.</exception>
    internal static Stream Open(string file)
    {
        if (file == Standard) return Console.OpenStandardInput();
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{file}' cannot be read: {error.Message}");
        }
    }

    /// <summary>Says what was lost of the input and gives the exit code.</summary>
    internal static int Finish(Utf8Lines lines)
    {
        if (lines.Damaged == 0) return ExitCode.Done;
        Console.Error.WriteLine(Printable.Of(FormattableString.Invariant(
            $"error   [text-invalid-bytes] {lines.Damaged} lines, the first of them line {lines.FirstDamaged}, hold bytes that are no UTF-8; they became U+FFFD. Convert the text to UTF-8.")));
        return ExitCode.SomeFailed;
    }
}
