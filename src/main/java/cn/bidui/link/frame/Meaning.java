package cn.bidui.link.frame;

import cn.bidui.person.CitizenId;
import cn.bidui.person.CitizenIdReading;
import cn.bidui.person.PersonName;
import cn.bidui.person.StudentNumber;
import cn.bidui.person.Text;
import cn.bidui.plan.LinkPlan.FieldKind;
import cn.bidui.plan.LinkPlan.LinkField;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the different texts of a field mean, by its kind; each is looked at once in every part of a
 * list. Most mean themselves, and their bytes are taken over as they are.
 */
final class Meaning {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Cc}]+");
  private static final Map<String, Integer> SEXES =
      Map.of(
          "男", 1, "男性", 1, "M", 1, "MALE", 1, "1", 1, "女", 2, "女性", 2, "F", 2, "FEMALE", 2, "2", 2);

  private final LinkField field;
  private final Texts kept;

  /** Whether a number says all of a text that holds it, so that the text need not be kept. */
  private final boolean numberAlone;

  private long packed;

  /** The word for nothing that was met last; 0 if none was. */
  private long nothing;

  /**
   * Of one field.
   *
   * @param kept takes the texts that the codes speak of
   * @param numberAlone whether a student number with a valid id in it needs no code beside the id
   */
  Meaning(LinkField field, Texts kept, boolean numberAlone) {
    this.field = field;
    this.kept = kept;
    this.numberAlone = numberAlone;
  }

  /** The packed number of the text that {@link #code} read last; 0 if it has none. */
  long packed() {
    return packed;
  }

  /**
   * Joins what bytes alone have told.
   *
   * @param told by row, as {@link RawColumn} keeps it
   * @param rows how many of them count
   * @param joined takes codes and packed numbers from row {@code at} on
   * @param room rows for which it makes room where it has to make any
   */
  void join(long[] told, int rows, JoinedColumn joined, int at, int room) {
    switch (field.kind()) {
      case NAME -> names(told, rows, joined.codes(room), at);
      case DATE, SEX -> numbers(told, rows, joined.codes(room), at);
      case CITIZEN_ID -> System.arraycopy(told, 0, joined.packed(room), at, rows);
      case STUDENT_NUMBER -> {
        System.arraycopy(told, 0, joined.packed(room), at, rows);
        if (!numberAlone) {
          studentNumbers(told, rows, joined.codes(room), at);
        }
      }
      case TEXT, CODE -> throw new IllegalStateException("no bytes alone tell a text");
    }
  }

  private static void numbers(long[] told, int rows, int[] codes, int at) {
    for (int row = 0; row < rows; row++) {
      codes[at + row] = (int) told[row];
    }
  }

  private void names(long[] told, int rows, int[] codes, int at) {
    kept.known(told, rows, codes, at);
    for (int row = 0; row < rows; row++) {
      if (codes[at + row] == 0 && told[row] != 0) {
        codes[at + row] = name(told[row]);
      }
    }
  }

  private int name(long ideographs) {
    if (ideographs == nothing) {
      return 0;
    }
    if (Ideographs.few(ideographs) && Text.isNothing(Ideographs.text(ideographs))) {
      nothing = ideographs;
      return 0;
    }
    return kept.code(ideographs);
  }

  private void studentNumbers(long[] ids, int rows, int[] codes, int at) {
    kept.knownStudentNumbers(ids, rows, codes, at);
    for (int row = 0; row < rows; row++) {
      if (codes[at + row] == 0 && ids[row] != 0) {
        codes[at + row] = kept.studentNumber(ids[row]);
      }
    }
  }

  /**
   * The code in the frame of the text {@code raw} of a part; 0 if its packed number says it all.
   * The number of a disability card has both: the id within, and what is written.
   */
  int code(Texts texts, int raw) {
    packed = 0;
    long ideographs = texts.ideographs(raw);
    if (ideographs != 0) {
      boolean plain = field.kind() == FieldKind.TEXT && !Ideographs.one(ideographs);
      return plain ? kept.code(ideographs) : code(texts.text(raw));
    }
    byte[] bytes = texts.bytes();
    int from = texts.from(raw);
    int to = texts.to(raw);
    return plain(bytes, from, to) ? kept.code(bytes, from, to) : code(texts.text(raw));
  }

  /** Whether the text surely means itself. */
  private boolean plain(byte[] text, int from, int to) {
    return switch (field.kind()) {
      case NAME -> to - from > 2 * 3 && Plain.ideographs(text, from, to);
      case TEXT -> to - from > 4 && Plain.folded(text, from, to);
      case CODE -> to - from > 4 && Plain.ascii(text, from, to);
      case CITIZEN_ID, STUDENT_NUMBER, DATE, SEX -> false;
    };
  }

  private int code(String text) {
    return switch (field.kind()) {
      case TEXT -> kept.code(something(folded(text)));
      case CODE -> kept.code(something(Text.unwrap(text.strip()).strip()));
      case NAME -> name(PersonName.of(text));
      case CITIZEN_ID -> citizenId(CitizenId.read(text));
      case STUDENT_NUMBER -> StudentNumber.read(text).map(this::studentNumber).orElse(0);
      case DATE -> DayText.code(Text.unwrap(text), field.order());
      case SEX -> SEXES.getOrDefault(Text.fold(text).toUpperCase(Locale.ROOT), 0);
    };
  }

  private static String something(String text) {
    return Text.isNothing(text) ? "" : text;
  }

  /** {@code "　ＭcDonald road "} → {@code "mcdonald road"}. */
  private static String folded(String text) {
    String narrow = Normalizer.normalize(Text.unwrap(text), Normalizer.Form.NFKC);
    return BLANKS.matcher(narrow).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  private int name(PersonName name) {
    return name.isBlank() ? 0 : kept.code(name.folded());
  }

  private int citizenId(CitizenIdReading reading) {
    if (reading instanceof CitizenIdReading.Valid valid) {
      packed = valid.id().packed();
      boolean card = valid.origin() == CitizenIdReading.Origin.DISABILITY_CARD;
      return card ? kept.code(valid.id().text()) : 0;
    }
    return reading instanceof CitizenIdReading.Invalid invalid ? kept.code(invalid.cleaned()) : 0;
  }

  private int studentNumber(StudentNumber number) {
    packed = number.idPart().map(CitizenId::packed).orElse(0L);
    if (packed == 0) {
      return kept.code(number.text());
    }
    return numberAlone ? 0 : kept.studentNumber(packed);
  }
}
