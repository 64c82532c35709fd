using static Extraction.SampleBuilder.Namespaces;

namespace Extraction.SampleBuilder;

/// <summary>A pie chart with the values that the file keeps beside its (absent) workbook.</summary>
/// <param name="Title">Title of the chart.</param>
/// <param name="Series">Name of the series.</param>
/// <param name="Shares">Category and its share, from 0 to 1, as the file writes it.</param>
public sealed record DeckChart(string Title, string Series, params (string Category, string Share)[] Shares)
{
    internal string Xml() =>
        $"<c:chartSpace {Chart}><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang=\"zh-CN\"/><a:t>{Escape(Title)}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
        + $"<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/><c:pieChart><c:varyColors val=\"1\"/><c:ser><c:idx val=\"0\"/><c:order val=\"0\"/>"
        + $"<c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>{Escape(Series)}</c:v></c:pt></c:strCache></c:strRef></c:tx>"
        + $"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${Shares.Length + 1}</c:f><c:strCache>{Points(Shares.Select(share => share.Category))}</c:strCache></c:strRef></c:cat>"
        + $"<c:val><c:numRef><c:f>Sheet1!$B$2:$B${Shares.Length + 1}</c:f><c:numCache><c:formatCode>0.00%</c:formatCode>{Points(Shares.Select(share => share.Share))}</c:numCache></c:numRef></c:val>"
        + "</c:ser><c:firstSliceAng val=\"0\"/></c:pieChart></c:plotArea><c:legend><c:legendPos val=\"r\"/></c:legend><c:plotVisOnly val=\"1\"/></c:chart></c:chartSpace>";

    private string Points(IEnumerable<string> values) =>
        $"<c:ptCount val=\"{Shares.Length}\"/>" + string.Concat(values.Select((value, index) => $"<c:pt idx=\"{index}\"><c:v>{Escape(value)}</c:v></c:pt>"));
}
