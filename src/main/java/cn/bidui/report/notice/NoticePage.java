package cn.bidui.report.notice;

import cn.bidui.report.Html;
import cn.bidui.report.notice.NoticeText.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A notice as one page that asks for nothing outside itself, and prints on A4. */
final class NoticePage {

  private static final String STYLE =
      """
      body{margin:0 auto;padding:2rem 1rem;max-width:50rem;color:#111;background:#fff;
        font:1rem/1.7 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif}
      h1{font-size:1.5rem;line-height:1.5;text-align:center;margin:0 0 1.25rem;text-wrap:balance}
      h1 span{display:block}
      p{margin:0 0 1rem}
      .lead{text-indent:2em}
      dl{display:grid;grid-template-columns:6em 1fr;gap:.25rem 1rem;margin:0 0 1.5rem}
      dt{font-weight:bold}
      dd{margin:0;overflow-wrap:anywhere}
      table{width:100%;border-collapse:collapse;margin:0 0 1.5rem}
      th,td{border:1px solid #888;padding:.25rem .5rem;text-align:center;overflow-wrap:anywhere}
      th{background:#eef3f8}
      td.n{width:3em;text-align:center}
      tr{break-inside:avoid}
      thead{display:table-header-group}
      .note{font-size:.875rem;color:#444}
      .sign{break-inside:avoid;text-align:right;margin-top:2rem;line-height:2.2;padding-right:2em}
      @page{size:A4 portrait;margin:18mm 16mm;
        @bottom-center{content:counter(page) " / " counter(pages)}}
      @media print{body{padding:0;max-width:none;line-height:1.5;
          font-family:SimSun,"Noto Serif CJK SC",serif}
        dl{margin-bottom:1rem}
        th,td{padding:.1rem .5rem}
        th{background:none}}
      """;

  private final NoticeText text;
  private final Html page = new Html();

  private NoticePage(NoticeText text) {
    this.text = text;
  }

  static String of(NoticeText text) {
    NoticePage page = new NoticePage(text);
    page.head();
    page.facts();
    page.list();
    page.end();
    return page.page.toString();
  }

  /** Names of children are not for search machines; the date of taking down is for programs too. */
  private void head() {
    page.raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .raw("<meta name=\"robots\" content=\"noindex, nofollow, noarchive\">\n")
        .raw("<meta name=\"take-down\" content=\"" + text.takeDown() + "\">\n")
        .element("title", text.school() + text.title())
        .raw("<style>\n" + STYLE + "</style>\n</head>\n<body>\n<h1>")
        .element("span", text.school())
        .element("span", text.title())
        .raw("</h1>\n");
  }

  private void facts() {
    page.element("p class=\"lead\"", text.lead()).raw("<dl>\n");
    for (Map.Entry<String, String> fact : text.facts()) {
      page.element("dt", fact.getKey()).element("dd", fact.getValue());
    }
    page.raw("</dl>\n");
  }

  private void list() {
    List<Column> columns = text.columns();
    List<String> titles = new ArrayList<>(List.of(NoticeText.word("column.number")));
    columns.forEach(column -> titles.add(column.title()));
    page.table(titles);
    int number = 0;
    for (PublicLine line : text.lines()) {
      List<Object> cells = new ArrayList<>(List.of(++number));
      columns.forEach(column -> cells.add(column.value().apply(line)));
      page.row(cells.toArray());
    }
    page.end();
  }

  private void end() {
    page.element("p class=\"note\"", NoticeText.word("law"))
        .raw("<div class=\"sign\">\n")
        .element("div", text.seal())
        .element("div", text.date())
        .raw("</div>\n</body>\n</html>\n");
  }
}
