using System.Collections.Immutable;

namespace Extraction.Ocr.Networks;

/// <summary>Fixed real numbers of a network (ONNX's TensorProto).</summary>
/// <param name="Shape">Its lengths; empty for a single number.</param>
/// <param name="Values">Row by row.</param>
internal sealed record NetworkTensor(ImmutableArray<int> Shape, float[] Values)
{
    private const int ShapeField = 1;
    private const int KindField = 2;
    private const int NameField = 8;
    private const int RawField = 9;
    private const int Real = 1;

    /// <summary>The numbers of a <c>Constant</c>; null where they are not real, or not written as plain bytes.</summary>
    public static NetworkTensor? Of(NetworkNode constant)
    {
        const int TensorField = 5;
        ProtoField tensor = constant.Attributes.SelectMany(attribute => attribute).FirstOrDefault(field => field.Number == TensorField && field.IsCounted);
        List<ProtoField> fields = ProtoMessage.Parse(tensor.Bytes);
        if (!fields.Exists(field => field is { Number: KindField, Value: Real }) || fields.FindIndex(field => field.Number == RawField) is not (>= 0 and var raw)) return null;
        List<ProtoField> shape = fields.FindAll(field => field.Number == ShapeField);
        return shape.TrueForAll(field => field.Wire == 0) ? new NetworkTensor([.. shape.Select(field => (int)field.Value)], ProtoMessage.Reals(fields[raw].Bytes.Span)) : null;
    }

    /// <summary>As bytes of its message.</summary>
    public byte[] Write(string name) => ProtoMessage.Write(
    [
        .. Shape.Select(length => ProtoField.Of(ShapeField, (ulong)length)), ProtoField.Of(KindField, Real),
        ProtoField.Of(NameField, name), ProtoField.Of(RawField, ProtoMessage.Bytes(Values)),
    ]);
}
