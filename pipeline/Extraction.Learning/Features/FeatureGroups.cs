namespace Extraction.Learning.Features;

/// <summary>What a statement says to the network, by kind: its characters, words and rules, what stands beside a name, and its shape.</summary>
internal static class FeatureGroups
{
    private const string Edge = "^";
    private const string ClauseEnds = "，,；;：:。！？!?";
    private const int LongestRun = 2;

    // Word and character groups say most; the others only sharpen them.
    private const float Minor = 0.5f;

    /// <summary>The groups of a statement, the same ones in the same order for every statement.</summary>
    internal static IEnumerable<FeatureGroup> Of(StatementFeatures features)
    {
        string[] words = Split(features.Words);
        yield return new FeatureGroup('c', 1, features.Characters.Select(character => character.ToString()));
        yield return new FeatureGroup('d', 1, Pairs(Edge + features.Characters + Edge));
        yield return new FeatureGroup('w', 1, words);
        yield return new FeatureGroup('f', 1, Split(features.Flags));
        yield return new FeatureGroup('n', Minor, Neighbours(features.Characters));
        yield return new FeatureGroup('s', Minor, Shape(features.Characters, words));
    }

    private static string[] Split(string parts) => parts.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Pairs(string text) => Enumerable.Range(0, text.Length - 1).Select(i => text.Substring(i, 2));

    private static bool EndsClause(string word) => word.Length == 1 && ClauseEnds.Contains(word[0]);

    private static IEnumerable<string> Neighbours(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!MentionSigns.IsSign(text[i])) continue;
            for (int run = 1; run <= LongestRun; run++)
            {
                if (i >= run) yield return text.Substring(i - run, run + 1);
                if (i + run < text.Length) yield return text.Substring(i, run + 1);
            }
        }
    }

    private static IEnumerable<string> Shape(string text, string[] words)
    {
        string signs = string.Concat(text.Where(MentionSigns.IsSign));
        yield return "length:" + text.Length switch { < 8 => 0, < 15 => 1, < 25 => 2, < 40 => 3, < 60 => 4, _ => 5 };
        yield return "clauses:" + Math.Min(6, words.Count(EndsClause));
        yield return "signs:" + Math.Min(6, signs.Length);
        yield return "order:" + signs[..Math.Min(4, signs.Length)];
        if (text.Length > 0) yield return "end:" + text[^1];
        if (text.Length > 0 && !char.IsLetterOrDigit(text[0]) && !MentionSigns.IsSign(text[0])) yield return "bullet:" + text[0];
        if (text.AsSpan().ContainsAny('？', '?')) yield return "asks";
        if (text.Contains('0')) yield return "number";
        if (text.Contains('：')) yield return "colon";
        if (text.AsSpan().ContainsAny('|', '/', '　')) yield return "cells";
    }
}

/// <summary>Features of one kind.</summary>
/// <param name="Kind">A letter that keeps the groups' features apart.</param>
/// <param name="Weight">Length of the group's vector.</param>
/// <param name="Features">Its features; one that stands twice counts more.</param>
internal readonly record struct FeatureGroup(char Kind, float Weight, IEnumerable<string> Features);
