package cn.bidui.report.notice;

import cn.bidui.report.Folder;
import cn.bidui.report.TempFolder;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes the notices of a public list (公示): for each school a workbook to be printed and a page.
 */
public final class Notices {

  private Notices() {}

  /**
   * Writes {@code <school>公示名单.xlsx} and {@code .html} for each of {@code schools}; each names the
   * school's own pupils only. Equal lists and facts give equal bytes.
   *
   * @param folder must be there, and hold no such files yet
   * @return the workbook of each school; its page lies beside it
   */
  public static SortedMap<String, Path> write(
      PublicList list, NoticeFacts facts, List<String> schools, Path folder) throws IOException {
    SortedMap<String, Path> books = new TreeMap<>();
    Folder names = new Folder(folder);
    for (String school : schools) {
      books.put(school, names.file(Messages.ZH.text("report.notice.file", school)));
    }
    TempFolder.inside(
        folder,
        () -> {
          for (String school : books.keySet()) {
            write(new NoticeText(facts, school, list.of(school)), books.get(school));
          }
        });
    return books;
  }

  private static void write(NoticeText text, Path book) throws IOException {
    NoticeBook.write(text, book);
    Files.writeString(page(book), NoticePage.of(text));
  }

  /** The page that lies beside {@code book}. */
  public static Path page(Path book) {
    String name = String.valueOf(book.getFileName());
    return book.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".html");
  }
}
