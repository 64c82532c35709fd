namespace Extraction.Ocr.Pictures;

/// <summary>Pixels as networks take them: a plane for each colour, blue first, values around zero.</summary>
internal static class Planes
{
    /// <summary>Each value less the mean, over the deviation, of its plane; means and deviations for values from 0 to 1.</summary>
    /// <param name="pixels">Blue, green, red and unused bytes.</param>
    /// <param name="mean">Of each plane.</param>
    /// <param name="deviation">Of each plane.</param>
    public static float[] Of(ReadOnlySpan<byte> pixels, ReadOnlySpan<float> mean, ReadOnlySpan<float> deviation)
    {
        int count = pixels.Length / 4;
        float[] planes = new float[count * 3];
        for (int plane = 0; plane < 3; plane++)
        {
            float factor = 1 / (255 * deviation[plane]), shift = mean[plane] / deviation[plane];
            for (int at = 0; at < count; at++) planes[(plane * count) + at] = (pixels[(at * 4) + plane] * factor) - shift;
        }
        return planes;
    }
}
