using System.Globalization;
using System.Text;
using System.Text.Json;
using Extraction.Review.Comparing;

namespace Extraction.Review.Reports;

/// <summary>Writes a comparison as one page that opens from disk: nothing is fetched, texts of files are never markup.</summary>
public static class DiffHtml
{
    // a browser scrolls this many well; the JSON has them all
    private const int MostChanges = 5000;

    private const string Style = """
        :root{color-scheme:light dark;--line:#8884;--del:#b3261e;--ins:#146c2e}
        @media (prefers-color-scheme:dark){:root{--del:#ff9a92;--ins:#7ddc95}}
        body{font:15px/1.5 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:0 auto;max-width:72rem;padding:1rem}
        h1{font-size:1.3rem}table{border-collapse:collapse}td,th{border:1px solid var(--line);padding:.2rem .6rem;text-align:left;vertical-align:top}
        .numbers td:not(:first-child){text-align:right}details{border:1px solid var(--line);border-radius:6px;margin:.8rem 0;padding:.4rem .8rem}
        summary{cursor:pointer;font-weight:600}article{border-top:1px solid var(--line);padding:.6rem 0}code{font-size:.85em}
        del{color:var(--del);background:#f443361f}ins{color:var(--ins);background:#4caf501f}
        blockquote{border-left:3px solid var(--line);margin:.3rem 0;padding-left:.6rem;white-space:pre-wrap;overflow-wrap:anywhere}cite{opacity:.75;font-size:.85em}
        td{overflow-wrap:anywhere}input{font:inherit;width:100%;box-sizing:border-box;padding:.3rem}
        """;

    // one classic script: pages from disk may load no modules
    private const string Script = """
        document.getElementById("search").addEventListener("input",function(event){
          var asked=event.target.value.trim().toLowerCase();
          document.querySelectorAll("article").forEach(function(item){item.hidden=asked!==""&&item.textContent.toLowerCase().indexOf(asked)<0});
          document.querySelectorAll("details").forEach(function(group){group.hidden=asked!==""&&!group.querySelector("article:not([hidden])")});
        });
        """;

    /// <summary>The page.</summary>
    public static string Write(DatasetDiff diff)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Text(diff.Base)} → {Text(diff.Head)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n");
        Head(page, diff);
        int left = MostChanges;
        foreach (ChangeGroup group in diff.Groups())
        {
            if (left <= 0) break;
            left -= Group(page, group, left);
        }

        if (diff.Changes.Length > MostChanges) page.Append(CultureInfo.InvariantCulture, $"<p>…and {diff.Changes.Length - MostChanges} more changes, which <code>--format json</code> lists. 其余 {diff.Changes.Length - MostChanges} 处从略。</p>\n");
        return page.Append(CultureInfo.InvariantCulture, $"</main>\n<script>\n{Script}\n</script>\n</body>\n</html>\n").ToString();
    }

    private static void Head(StringBuilder page, DatasetDiff diff)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Text(diff.Base)} → {Text(diff.Head)}</h1>\n<table class=\"numbers\">\n<thead><tr><th>record 记录</th>");
        foreach (ChangeKind kind in Enum.GetValues<ChangeKind>()) page.Append(CultureInfo.InvariantCulture, $"<th>{ReportWords.Of(kind)} {ReportWords.Chinese(kind)}</th>");
        page.Append("</tr></thead>\n<tbody>\n");
        foreach (IGrouping<RecordKind, RecordChange> record in diff.Changes.GroupBy(change => change.Record).OrderBy(group => group.Key))
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{ReportWords.Of(record.Key)} {ReportWords.Chinese(record.Key)}</td>");
            foreach (ChangeKind kind in Enum.GetValues<ChangeKind>()) page.Append(CultureInfo.InvariantCulture, $"<td>{record.Count(change => change.Kind == kind)}</td>");
            page.Append("</tr>\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"</tbody>\n</table>\n<p>{diff.Changes.Length} changes, {diff.Unchanged} records unchanged. 共 {diff.Changes.Length} 处变化，{diff.Unchanged} 条未变。</p>\n<ul>\n");
        foreach (Cause cause in diff.Causes) page.Append(CultureInfo.InvariantCulture, $"<li>between the runs 两次之间: {ReportWords.Of(cause.Kind)} {Text(ReportWords.List(cause.References))}</li>\n");
        foreach (ComparisonNote note in diff.Notes) page.Append(CultureInfo.InvariantCulture, $"<li><strong>{Text(note.Code)}</strong> {Text(note.Message)}</li>\n");
        page.Append("</ul>\n<p><label>search 查找 <input id=\"search\" type=\"search\"></label></p>\n");
    }

    private static int Group(StringBuilder page, ChangeGroup group, int most)
    {
        string pattern = group.Pattern == ReportWords.Of(group.Kind) ? "" : ": " + group.Pattern;
        page.Append(CultureInfo.InvariantCulture, $"<details open>\n<summary>{group.Changes.Length} × {ReportWords.Of(group.Record)} {ReportWords.Chinese(group.Record)} {ReportWords.Of(group.Kind)} {ReportWords.Chinese(group.Kind)}{Text(pattern)}</summary>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p>by {Text(ReportWords.Of(group.Cause))}</p>\n");
        foreach (RecordChange change in group.Changes.Take(most)) Change(page, change);
        page.Append("</details>\n");
        return Math.Min(most, group.Changes.Length);
    }

    private static void Change(StringBuilder page, RecordChange change)
    {
        JsonElement shown = (change.After ?? change.Before)!.Value;
        page.Append(CultureInfo.InvariantCulture, $"<article>\n<p><strong>{Text(RecordLabel.Of(change.Record, shown))}</strong> <code>{Text(change.Id)}</code></p>\n");
        if (!change.Fields.IsEmpty)
        {
            page.Append("<table>\n<thead><tr><th>field 字段</th><th>before 之前</th><th>after 之后</th></tr></thead>\n<tbody>\n");
            foreach (FieldChange field in change.Fields) Field(page, field);
            page.Append("</tbody>\n</table>\n");
        }

        if (change.Before is { } before) Quotes(page, change.Record, before, "before 之前");
        if (change.After is { } after) Quotes(page, change.Record, after, "after 之后");
        page.Append("</article>\n");
    }

    private static void Field(StringBuilder page, FieldChange field)
    {
        var before = new StringBuilder();
        var after = new StringBuilder();
        foreach (Piece piece in CharacterDiff.Of(field.Before ?? "", field.After ?? ""))
        {
            if (piece.Kind != PieceKind.Added) before.Append(piece.Kind == PieceKind.Removed ? $"<del>{Text(piece.Text)}</del>" : Text(piece.Text));
            if (piece.Kind != PieceKind.Removed) after.Append(piece.Kind == PieceKind.Added ? $"<ins>{Text(piece.Text)}</ins>" : Text(piece.Text));
        }

        page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(field.Field)}</th><td>{before}</td><td>{after}</td></tr>\n");
    }

    private static void Quotes(StringBuilder page, RecordKind kind, JsonElement record, string side)
    {
        (IReadOnlyList<(string Place, string Quote)> quotes, int more) = RecordLabel.Quotes(kind, record);
        foreach ((string place, string quote) in quotes) page.Append(CultureInfo.InvariantCulture, $"<blockquote>{Text(quote)}<br><cite>{side}, {Text(place)}</cite></blockquote>\n");
        if (more > 0) page.Append(CultureInfo.InvariantCulture, $"<p><cite>… {more} more places</cite></p>\n");
    }

    private static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (char character in text)
            escaped.Append(character switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ when char.IsControl(character) => character is '\n' ? "⏎" : "",
                _ => character.ToString(),
            });
        return escaped.ToString();
    }
}
