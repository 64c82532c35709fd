using Extraction.Ocr.Networks;

namespace Extraction.Ocr.Tests.Networks;

public sealed class NetworkFoldingTests
{
    private static readonly float[] Picture = [-4, -1, 0, 0.5f, 1, 2, 3, 7];

    [Fact]
    public void Scale_and_shift_behind_a_convolution_become_part_of_it()
    {
        byte[] model = Convolved().Node("Mul", "a", "two", "c").Node("Add", "y", "a", "three").Build();

        byte[] folded = NetworkFolding.Apply(model);

        Assert.Equal(["Conv"], SmallNetwork.Types(folded));
        AssertSame(model, folded);
    }

    [Fact]
    public void A_curve_of_single_numbers_becomes_convolutions_of_each_channel()
    {
        byte[] model = Convolved().Constant("zero", [], 0).Constant("six", [], 6)
            .Node("Add", "a", "c", "three").Node("Clip", "b", "a", "zero", "six").Node("Mul", "d", "c", "b").Node("Div", "e", "d", "six").Node("Mul", "f", "two", "e").Node("Add", "y", "f", "three")
            .Build();

        byte[] folded = NetworkFolding.Apply(model);

        Assert.Equal(["Conv", "Conv", "Clip", "Mul", "Conv"], SmallNetwork.Types(folded));
        AssertSame(model, folded);
    }

    [Fact]
    public void What_is_used_twice_keeps_its_value()
    {
        byte[] model = Convolved().Node("Mul", "a", "c", "two").Node("Add", "y", "a", "c").Build();

        AssertSame(model, NetworkFolding.Apply(model));
    }

    [Fact]
    public void Numbers_on_what_is_no_picture_stay_as_they_are()
    {
        byte[] model = Convolved().Node("Transpose", "a", "c").Node("Mul", "b", "a", "two").Node("Transpose", "y", "b").Build();

        byte[] folded = NetworkFolding.Apply(model);

        Assert.Equal(["Conv", "Transpose", "Mul", "Transpose"], SmallNetwork.Types(folded));
        AssertSame(model, folded);
    }

    [Fact]
    public void Bytes_that_are_no_model_are_a_typed_failure() => Assert.Throws<InvalidDataException>(() => NetworkFolding.Apply([0x3A, 0xFF, 0x01]));

    /// <summary>A convolution of one point without shifts, as <c>c</c>, and the numbers two and three.</summary>
    private static SmallNetwork Convolved() => new SmallNetwork()
        .Constant("weights", [2, 2, 1, 1], 1, -0.5f, 0.25f, 2).Constant("two", [1], 2).Constant("three", [1], 3).Node("Conv", "c", "x", "weights");

    private static void AssertSame(byte[] model, byte[] folded)
    {
        float[] expected = SmallNetwork.Run(model, Picture), actual = SmallNetwork.Run(folded, Picture);
        Assert.Equal(expected.Length, actual.Length);
        for (int index = 0; index < expected.Length; index++) Assert.Equal(expected[index], actual[index], 1e-4f);
    }
}
