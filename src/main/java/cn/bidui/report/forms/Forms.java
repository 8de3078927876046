package cn.bidui.report.forms;

import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints forms of one kind into one Word document, a child a page. */
public final class Forms {

  private Forms() {}

  /**
   * Writes {@code children} in their order; letters county by county.
   *
   * @param target must not exist yet
   * @throws IOException if it cannot be written
   */
  public static void write(FormKind kind, List<Dossier> children, Letterhead head, Path target)
      throws IOException {
    Margins margins = kind == FormKind.DOSSIER ? Margins.TABLE : Margins.LETTER;
    try (Paper paper = new Paper(margins, kind.label(Messages.ZH), head.asOf())) {
      switch (kind) {
        case DOSSIER -> children.forEach(new DossierForm(paper, head)::print);
        case REPORT -> children.forEach(child -> new ReportForm(paper, head).print(child));
        case NOTICE -> children.forEach(child -> new NoticeForm(paper).print(child));
        case LETTER -> letters(children, new LetterForm(paper, head));
      }
      paper.save(target);
    }
  }

  /** Of children of whom nobody knows where they are, each has a letter of its own. */
  private static void letters(List<Dossier> children, LetterForm form) {
    Map<String, List<Dossier>> places = new TreeMap<>();
    for (Dossier child : children) {
      String place = child.away().place();
      if (place.isEmpty()) {
        form.print(place, List.of(child));
      } else {
        places.computeIfAbsent(place, name -> new ArrayList<>()).add(child);
      }
    }
    places.forEach(form::print);
  }
}
