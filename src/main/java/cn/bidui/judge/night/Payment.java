package cn.bidui.judge.night;

import cn.bidui.normalize.PaymentRecord;
import cn.bidui.plan.Program;
import cn.bidui.source.Term;
import cn.bidui.source.Yuan;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was paid to one person of one program for one term, in one row or several.
 *
 * @param program null where no policy knows the spelling; then {@code written} tells payments apart
 * @param written the program's name, or what the rows call it; blank if they call it nothing
 * @param term null where the payment list does not say for which term it paid
 */
public record Payment(
    Person person,
    @Nullable Program program,
    String written,
    @Nullable Term term,
    List<Row<PaymentRecord>> rows) {

  private static final Pattern RETURNED = Pattern.compile("退回|退票|失败|作废|撤销|冲正");

  public Payment {
    rows = List.copyOf(rows);
  }

  /** The rows that stand for money: those that the bank did not return. */
  public List<Row<PaymentRecord>> counted() {
    return rows.stream().filter(row -> !returned(row.record())).toList();
  }

  /** The rows that the bank returned (退回). */
  public List<Row<PaymentRecord>> sentBack() {
    return rows.stream().filter(row -> returned(row.record())).toList();
  }

  /** Whether the bank returned some of it (退回). */
  public boolean returned() {
    return !sentBack().isEmpty();
  }

  /** The sum of the rows that count. */
  public Yuan total() {
    return counted().stream().map(row -> row.record().paid()).reduce(Yuan.ZERO, Yuan::plus);
  }

  /** What sets payments of one person and term apart. */
  public String code() {
    return program == null ? written : program.code();
  }

  public boolean of(Program wanted) {
    return program != null && program.code().equals(wanted.code());
  }

  private static boolean returned(PaymentRecord payment) {
    return RETURNED.matcher(payment.status()).find() || RETURNED.matcher(payment.remark()).find();
  }

  /** No person. */
  @Override
  public String toString() {
    return "Payment[" + rows.size() + " rows, " + (term == null ? "" : term.label()) + "]";
  }
}
