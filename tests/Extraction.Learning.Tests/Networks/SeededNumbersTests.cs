using Extraction.Learning.Networks;

namespace Extraction.Learning.Tests.Networks;

public sealed class SeededNumbersTests
{
    [Fact]
    public void The_same_seed_gives_the_same_numbers_and_another_one_others()
    {
        Assert.Equal(Numbers(1), Numbers(1));
        Assert.NotEqual(Numbers(1), Numbers(2));
    }

    [Fact]
    public void Numbers_spread_over_0_to_1()
    {
        float[] numbers = Numbers(5);
        Assert.All(numbers, number => Assert.InRange(number, 0, 0.9999999f));
        Assert.Equal(0.5, numbers.Average(), 0.05);
    }

    [Fact]
    public void Shuffling_keeps_every_item()
    {
        int[] items = [.. Enumerable.Range(0, 100)];
        new SeededNumbers(3).Shuffle(items);
        Assert.NotEqual(Enumerable.Range(0, 100), items);
        Assert.Equal(Enumerable.Range(0, 100), items.Order());
    }

    private static float[] Numbers(int seed)
    {
        var numbers = new SeededNumbers(seed);
        return [.. Enumerable.Range(0, 1000).Select(_ => numbers.Next())];
    }
}
