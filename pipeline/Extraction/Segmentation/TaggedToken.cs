using Extraction.Documents;

namespace Extraction.Segmentation;

/// <summary>A word with its part of speech.</summary>
/// <param name="Span">Half-open span of UTF-16 units.</param>
/// <param name="Tag">jieba's tag: n noun, v verb, m number, eng Latin letters, x sign or unknown, …</param>
public readonly record struct TaggedToken(TextSpan Span, string Tag);
