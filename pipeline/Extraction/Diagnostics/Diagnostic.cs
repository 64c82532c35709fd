using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Diagnostics;

/// <summary>How reading a document ended.</summary>
public enum Outcome
{
    /// <summary>All text was read.</summary>
    Complete,

    /// <summary>Some text could not be read; the diagnostics say which.</summary>
    Partial,

    /// <summary>Nothing could be read.</summary>
    Failed,
}

/// <summary>Something that went wrong or was repaired on the way, with its place.</summary>
/// <param name="Code">Stable and searchable, e.g. <c>pdf-encrypted</c>: lower case, words joined by hyphens.</param>
/// <param name="Stage">Folder of the stage that saw it: <c>reading</c>, <c>layout</c>, …</param>
/// <param name="IsError">Whether text was lost. A document with an error is never complete.</param>
/// <param name="Message">What happened and what to do, without paths of this machine.</param>
/// <param name="Locator">Where, null for the whole file.</param>
public sealed record Diagnostic(string Code, string Stage, bool IsError, string Message, Locator? Locator = null);

/// <summary>Collects the diagnostics of one document. Not thread-safe: one bag a document.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> items = [];

    /// <summary>What was said so far, in order.</summary>
    public ImmutableArray<Diagnostic> Items => [.. items];

    /// <summary>Whether something was lost.</summary>
    public bool HasErrors => items.Exists(item => item.IsError);

    /// <summary>Takes over what another process has reported.</summary>
    public void Add(Diagnostic item) => items.Add(item);

    /// <summary>Reports lost text.</summary>
    public void Error(string code, string stage, string message, Locator? locator = null) =>
        items.Add(new Diagnostic(code, stage, true, message, locator));

    /// <summary>Reports something repaired or odd that lost nothing.</summary>
    public void Warning(string code, string stage, string message, Locator? locator = null) =>
        items.Add(new Diagnostic(code, stage, false, message, locator));
}

/// <summary>A file that cannot be read at all, typed: the batch goes on and the document is <see cref="Outcome.Failed"/>.</summary>
public sealed class UnreadableDocumentException : Exception
{
    /// <summary>Creates it.</summary>
    /// <param name="code">Stable diagnostic code, e.g. <c>pptx-encrypted</c>.</param>
    /// <param name="message">Cause and remedy.</param>
    /// <param name="inner">The library's own exception, null where there is none.</param>
    public UnreadableDocumentException(string code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <summary>Stable diagnostic code.</summary>
    public string Code { get; }
}
