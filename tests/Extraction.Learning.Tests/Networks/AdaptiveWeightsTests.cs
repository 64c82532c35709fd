using Extraction.Learning.Networks;

namespace Extraction.Learning.Tests.Networks;

public sealed class AdaptiveWeightsTests
{
    // Widths on both sides of what a processor takes at once.
    [Theory]
    [InlineData(1)]
    [InlineData(21)]
    [InlineData(64)]
    public void Every_weight_of_a_row_learns_and_no_other(int width)
    {
        var weights = new AdaptiveWeights(2, width, 0.1f);
        float[] gradient = [.. Enumerable.Range(1, width).Select(i => (float)i)];
        weights.Learn(1, gradient, 2);
        Assert.All(weights.Row(0).ToArray(), weight => Assert.Equal(0, weight));
        Assert.All(weights.Row(1).ToArray(), weight => Assert.Equal(-0.1f, weight, 1e-4f));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(21)]
    public void A_row_is_added_as_often_as_asked(int width)
    {
        var weights = new AdaptiveWeights(1, width, 0.1f);
        weights.Values.AsSpan().Fill(3);
        float[] sum = new float[width];
        weights.AddTo(sum, 0, 0.5f);
        Assert.All(sum, number => Assert.Equal(1.5f, number));
    }

    [Fact]
    public void Steps_become_smaller()
    {
        var weights = new AdaptiveWeights(1, 1, 0.1f);
        weights.Learn(0, [1], 1);
        float first = weights.Row(0)[0];
        weights.Learn(0, [1], 1);
        Assert.InRange(weights.Row(0)[0] - first, first + 0.01f, -0.01f);
    }
}
