namespace Extraction.Ocr.Benchmark;

/// <summary>The pages that are measured.</summary>
internal static class PageSet
{
    private const string Fonts = "/usr/share/fonts/";

    private static readonly (string Name, string Path, int Face)[] Faces =
    [
        ("Noto Sans", Fonts + "opentype/noto/NotoSansCJK-Regular.ttc", 2),
        ("Noto Serif", Fonts + "opentype/noto/NotoSerifCJK-Regular.ttc", 2),
        ("Zen Hei", Fonts + "truetype/wqy/wqy-zenhei.ttc", 0),
        ("UMing", Fonts + "truetype/arphic/uming.ttc", 0),
    ];

    /// <summary>Name, largest error rate and style of each page.</summary>
    public static IEnumerable<(string Name, string Bar, PageStyle Style)> All()
    {
        foreach ((string name, string path, int face) in Faces)
            foreach (int dpi in (int[])[150, 300])
                foreach (PageLayout layout in Enum.GetValues<PageLayout>())
                    if (layout != PageLayout.Slide || dpi == 150)
                        yield return ($"{name}, {dpi} dpi, {layout}", "1.5 %", new PageStyle(layout, path, dpi) { Face = face });
        foreach ((string name, string path, int face) in Faces.Take(2))
        {
            yield return ($"{name}, 150 dpi, 1.5° askew, noise, JPEG", "1.5 %", new PageStyle(PageLayout.Prose, path, 150) { Face = face, Skew = 1.5, Noise = 12, Jpeg = 70 });
            yield return ($"{name}, 300 dpi, 2° askew, noise", "1.5 %", new PageStyle(PageLayout.Columns, path, 300) { Face = face, Skew = -2, Noise = 20 });
            yield return ($"{name}, 100 dpi, blur, noise, JPEG", "4 %", new PageStyle(PageLayout.Prose, path, 100) { Face = face, Blur = 0.5, Noise = 12, Jpeg = 50 });
            yield return ($"{name}, 150 dpi, 8 pt, 3° askew, noise", "4 %", new PageStyle(PageLayout.Prose, path, 150) { Face = face, FontSize = 8, Skew = 3, Noise = 25, Jpeg = 60 });
        }
    }
}
