using Extraction.SampleBuilder.Reports;

namespace Extraction.SampleBuilder;

/// <summary>A document to write.</summary>
/// <param name="Name">Its path in the folder of samples.</param>
/// <param name="Build">Makes its bytes.</param>
internal sealed record SampleFile(string Name, Func<byte[]> Build)
{
    /// <summary>Every sample.</summary>
    internal static IEnumerable<SampleFile> All() =>
    [
        new("semiconductor-timeline.pptx", SemiconductorTimeline.Build),
        new("electric-vehicles.pptx", ElectricVehicles.Build),
        new("biotech-approvals.pdf", BiotechApprovals.Build),
        new("banking-policies.pdf", BankingPolicies.Build),
        new("robotics-report.docx", RoboticsReport.Build),
        new("large-models-extract.txt", LargeModelsExtract.Build),
        new("formats/new-energy.txt", NewEnergy.Text),
        new("formats/new-energy.pptx", NewEnergy.Pptx),
        new("formats/new-energy.docx", NewEnergy.Docx),
        new("formats/new-energy.pdf", NewEnergy.Pdf),
    ];
}
