namespace Extraction.Documents;

/// <summary>How exactly an amount is meant.</summary>
public enum QuantityQualifier
{
    /// <summary>As it stands.</summary>
    Exact,

    /// <summary>约, 近, 左右, 数千万.</summary>
    About,

    /// <summary>超, 逾, 以上, 多.</summary>
    Over,

    /// <summary>不足, 低于, 以下, 以内.</summary>
    Under,

    /// <summary>From a value to another.</summary>
    Range,
}

/// <summary>What is measured.</summary>
public enum QuantityKind
{
    /// <summary>Currency amounts.</summary>
    Money,

    /// <summary>Percent.</summary>
    Percent,

    /// <summary>Percentage points.</summary>
    PercentagePoint,

    /// <summary>Things counted with a measure word (130个, 3家).</summary>
    Count,

    /// <summary>Physical or technical units (GB, TB/s, 千瓦时, 公里).</summary>
    Measure,

    /// <summary>倍.</summary>
    Multiple,
}

/// <summary>An amount with its unit.</summary>
/// <param name="Value">万 and 亿 folded in; the lower end of a range. Percent as written (84.57% is 84.57).</param>
/// <param name="Upper">The upper end of a range, else null.</param>
/// <param name="Unit">ISO code for money (CNY, USD); <c>%</c>; else as written (个, GB, TB/s). Empty for a bare number.</param>
/// <param name="Kind">What is measured.</param>
/// <param name="Qualifier">How exactly.</param>
/// <param name="Text">The expression as the repaired text has it: <c>20亿美元</c>.</param>
public sealed record Quantity(decimal Value, decimal? Upper, string Unit, QuantityKind Kind, QuantityQualifier Qualifier, string Text);
