package cn.bidui.intake;

import cn.bidui.plan.ColumnProfile;
import cn.bidui.plan.ColumnProfiles;
import cn.bidui.plan.HeaderText;
import cn.bidui.plan.ProfileColumn;
import cn.bidui.source.CellRef;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What people call lists, columns and fields, and what they mean by it. */
final class Choices {

  private static final Set<String> NOTHING = Set.of("-", "不读", "忽略", "none");

  private Choices() {}

  /** The profiles of that name, else those of that kind of list, by code or Chinese name. */
  static List<ColumnProfile> profiles(ColumnProfiles profiles, String named) {
    Optional<ColumnProfile> one = profiles.named(named);
    if (one.isPresent()) {
      return List.of(one.get());
    }
    return profiles.all().stream()
        .filter(profile -> list(profile.list(), named) || profile.title().equals(named))
        .toList();
  }

  private static boolean list(ListKind kind, String named) {
    return kind.code().equals(named)
        || Messages.ZH.text("report.list." + kind.code()).equals(named);
  }

  /** Whether a person says that a column is not to be read. */
  static boolean nothing(String named) {
    return NOTHING.contains(named.toLowerCase(Locale.ROOT));
  }

  /** The field of that code, label or spelling. */
  static Optional<Field> field(ColumnProfile profile, String named) {
    String folded = HeaderText.fold(named);
    return Field.ofCode(named.toLowerCase(Locale.ROOT))
        .or(() -> label(profile, folded))
        .or(() -> profile.strong(folded))
        .or(() -> profile.weak(folded))
        .or(() -> Arrays.stream(Field.values()).filter(one -> called(one, folded)).findFirst());
  }

  private static Optional<Field> label(ColumnProfile profile, String folded) {
    return profile.columns().stream()
        .filter(column -> HeaderText.fold(column.label()).equals(folded))
        .map(ProfileColumn::field)
        .findFirst();
  }

  private static boolean called(Field field, String folded) {
    String key = "field." + field.code();
    return Messages.ZH.has(key) && HeaderText.fold(Messages.ZH.text(key)).equals(folded);
  }

  /** The columns that a person may mean: by their text, else by their name, else by letters. */
  static List<Integer> columns(HeaderLine line, String named) {
    int text = line.texts().indexOf(named.strip());
    if (text >= 0) {
      return List.of(text);
    }
    String folded = HeaderText.fold(named);
    List<Integer> same =
        line.cells().stream()
            .filter(cell -> !folded.isEmpty() && names(cell, folded))
            .map(HeaderCell::column)
            .toList();
    return same.isEmpty() ? lettered(line, named.strip()) : same;
  }

  private static boolean names(HeaderCell cell, String folded) {
    return cell.leaf().equals(folded) || HeaderText.fold(cell.title()).equals(folded);
  }

  private static List<Integer> lettered(HeaderLine line, String letters) {
    return IntStream.range(0, line.width())
        .filter(column -> CellRef.letters(column).equalsIgnoreCase(letters))
        .boxed()
        .toList();
  }
}
