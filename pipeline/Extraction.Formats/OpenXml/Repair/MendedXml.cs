namespace Extraction.Formats.OpenXml.Repair;

/// <summary>A tree made from damaged XML.</summary>
/// <param name="Root">All text that is there, as far as it could be put in its place.</param>
/// <param name="LosesText">Whether text may be missing or wrong; otherwise only signs that carry no text were wrong.</param>
internal sealed record MendedXml(PartElement Root, bool LosesText);
