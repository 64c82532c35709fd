namespace Extraction.Ocr.Networks;

/// <summary>An operation of a network (ONNX's NodeProto).</summary>
internal sealed class NetworkNode
{
    private const int InputField = 1;
    private const int OutputField = 2;
    private const int TypeField = 4;
    private const int AttributeField = 5;
    private readonly List<ProtoField> fields;

    /// <summary>Takes the message's fields.</summary>
    public NetworkNode(List<ProtoField> fields)
    {
        this.fields = fields;
        Type = fields.First(field => field.Number == TypeField).Text;
        Inputs = [.. fields.Where(field => field.Number == InputField).Select(field => field.Text)];
        Outputs = [.. fields.Where(field => field.Number == OutputField).Select(field => field.Text)];
    }

    /// <summary>The operation's name, e.g. <c>Conv</c>.</summary>
    public string Type { get; }

    /// <summary>Names of what it takes.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>Names of what it gives.</summary>
    public IReadOnlyList<string> Outputs { get; }

    /// <summary>The messages of its attributes.</summary>
    public IEnumerable<List<ProtoField>> Attributes => fields.Where(each => each.Number == AttributeField).Select(each => ProtoMessage.Parse(each.Bytes));

    /// <summary>A convolution of each channel by itself with a single weight: scale and shift, channel by channel.</summary>
    public static NetworkNode PerChannel(string input, string weights, string shifts, string output, int channels)
    {
        const ulong WholeNumber = 2;
        byte[] group = ProtoMessage.Write([ProtoField.Of(1, "group"), ProtoField.Of(3, (ulong)channels), ProtoField.Of(20, WholeNumber)]);
        return new NetworkNode(
        [
            ProtoField.Of(InputField, input), ProtoField.Of(InputField, weights), ProtoField.Of(InputField, shifts), ProtoField.Of(OutputField, output),
            ProtoField.Of(TypeField, "Conv"), ProtoField.Of(AttributeField, group),
        ]);
    }

    /// <summary>The same operation on other inputs, giving another output.</summary>
    public NetworkNode With(IEnumerable<string> inputs, string output) => new(
    [
        .. inputs.Select(name => ProtoField.Of(InputField, name)), ProtoField.Of(OutputField, output),
        .. fields.Where(field => field.Number is not (InputField or OutputField)),
    ]);

    /// <summary>As bytes of its message.</summary>
    public byte[] Write() => ProtoMessage.Write(fields);
}
