using DocumentFormat.OpenXml.Packaging;
using Extraction.Diagnostics;

namespace Extraction.Formats.OpenXml;

/// <summary>Opens packages through the SDK and turns what it throws into typed failures.</summary>
internal static class PackageOpener
{
    /// <exception cref="UnreadableDocumentException"><c>{format}-wrong-type</c> or <c>{format}-damaged</c>.</exception>
    public static T Open<T>(string format, Func<T> open) where T : OpenXmlPackage
    {
        try
        {
            T package = open();
            return package;
        }
        catch (OpenXmlPackageException failure)
        {
            throw new UnreadableDocumentException(format + "-wrong-type", "The package is not a document of this format: " + failure.Message, failure);
        }
        catch (Exception failure) when (PartSession.IsDamage(failure))
        {
            throw new UnreadableDocumentException(format + "-damaged", "The package's structure is broken: " + failure.Message, failure);
        }
    }

    /// <summary>The title from the core properties, null where there is none or they are broken.</summary>
    public static string? Title(OpenXmlPackage package)
    {
        try
        {
            string? title = package.PackageProperties.Title;
            return string.IsNullOrWhiteSpace(title) ? null : title;
        }
        catch (Exception failure) when (PartSession.IsDamage(failure))
        {
            return null;
        }
    }
}
