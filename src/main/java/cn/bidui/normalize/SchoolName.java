package cn.bidui.normalize;

import cn.bidui.person.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The form by which names of schools are compared, and the shorter forms of it. */
final class SchoolName {

  private static final String NOT_COMPARED = "()[]{}【】〔〕《》<>“”\"·.,，。、-—_";

  /** The last characters of names of counties and of what lies above them. */
  private static final String OF_A_COUNTY = "省市县区旗州盟";

  /** What is left of {@code 某县小学} names no school. */
  private static final int SHORTEST = 4;

  private SchoolName() {}

  /** Without width, case, blanks, brackets and dots: {@code 城关镇中学（本部）} → {@code 城关镇中学本部}. */
  static String fold(String name) {
    String folded = Text.fold(name);
    StringBuilder kept = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      if (NOT_COMPARED.indexOf(folded.charAt(i)) < 0) {
        kept.append(folded.charAt(i));
      }
    }
    return kept.toString().toUpperCase(Locale.ROOT);
  }

  /**
   * What is left when the county, or what lies above it, is cut from the front: {@code 甲省乙县城关小学} →
   * {@code 乙县城关小学}, {@code 城关小学}.
   */
  static List<String> withoutCounty(String folded) {
    List<String> shorter = new ArrayList<>();
    for (int i = 1; i + SHORTEST < folded.length(); i++) {
      if (OF_A_COUNTY.indexOf(folded.charAt(i)) >= 0) {
        shorter.add(folded.substring(i + 1));
      }
    }
    return shorter;
  }
}
