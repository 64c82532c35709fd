namespace Extraction.Cli.Read;

/// <summary>Colours for a terminal; without them, marks that can be read and searched.</summary>
internal sealed class Ink(bool isColoured)
{
    private const string Reset = "\u001b[0m";

    /// <summary>Colours on a terminal whose user has not declined them (NO_COLOR).</summary>
    internal static Ink ForConsole() => new(!Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));

    internal string Faint(string text) => Painted(text, "2");

    internal string Strong(string text) => Painted(text, "1");

    internal string Accent(string text) => Painted(text, "36");

    /// <summary>What the file has and the repair took away.</summary>
    internal string Removed(string text) => isColoured ? Painted(text, "31;9") : $"[-{text}-]";

    /// <summary>What the repair put there.</summary>
    internal string Added(string text) => isColoured ? Painted(text, "32;1") : $"{{+{text}+}}";

    private string Painted(string text, string code) => isColoured && text.Length > 0 ? $"\u001b[{code}m{text}{Reset}" : text;
}
