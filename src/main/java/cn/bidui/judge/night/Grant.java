package cn.bidui.judge.night;

import cn.bidui.normalize.AidRecord;
import cn.bidui.plan.Program;
import cn.bidui.source.Term;
import cn.bidui.source.Yuan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one person got of one program in one term, in one row or several.
 *
 * @param program null where no policy knows the spelling; then {@code written} tells grants apart
 * @param written the program's name, or what the rows call it
 */
public record Grant(
    Person person,
    @Nullable Program program,
    String written,
    Term term,
    List<Row<AidRecord>> rows) {

  private static final Pattern WAIVED = Pattern.compile("放弃");
  private static final Pattern RETURNED = Pattern.compile("退回|失败|作废|撤销");

  public Grant {
    rows = List.copyOf(rows);
  }

  /** The rows that stand for money: neither given up by the family nor returned by the bank. */
  public List<Row<AidRecord>> counted() {
    return rows.stream().filter(row -> !waived(row.record()) && !returned(row.record())).toList();
  }

  /** Whether the family gave it up (自愿放弃). */
  public boolean waived() {
    return rows.stream().anyMatch(row -> waived(row.record()));
  }

  /** The sum of the rows that count; empty if there are none or one of them has no amount. */
  public Optional<Yuan> total() {
    List<Yuan> amounts =
        counted().stream().map(row -> row.record().granted()).filter(Objects::nonNull).toList();
    return amounts.isEmpty() || amounts.size() < counted().size()
        ? Optional.empty()
        : Optional.of(amounts.stream().reduce(Yuan.ZERO, Yuan::plus));
  }

  /** What sets grants of one person and term apart. */
  public String code() {
    return program == null ? written : program.code();
  }

  public boolean of(Program wanted) {
    return program != null && program.code().equals(wanted.code());
  }

  private static boolean waived(AidRecord aid) {
    return WAIVED.matcher(aid.remark()).find() || WAIVED.matcher(aid.paymentStatus()).find();
  }

  private static boolean returned(AidRecord aid) {
    return RETURNED.matcher(aid.paymentStatus()).find();
  }

  /** No person. */
  @Override
  public String toString() {
    return "Grant[" + rows.size() + " rows, " + term.label() + "]";
  }
}
