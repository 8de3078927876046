package cn.bidui.cli.doctor;

import cn.bidui.ledger.Entry.Published;
import cn.bidui.ledger.JournalOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java, the memory it may take, this program, and the program that the record was written by. */
final class VersionCheck implements Check {

  private static final int OLDEST_JAVA = 17;

  /** What a county's night was measured to need. */
  private static final long LEAST_HEAP = 400 * Amount.MB;

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  @Override
  public String code() {
    return "version";
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING;
  }

  @Override
  public Looked look(Premises premises) throws Exception {
    Machine machine = premises.machine();
    Looked looked = new Looked();
    looked.ok("here", premises.software(), machine.javaText(), Amount.bytes(machine.heapBytes()));
    if (machine.feature() < OLDEST_JAVA) {
      looked.fail("java", machine.feature(), OLDEST_JAVA);
    }
    if (machine.heapBytes() < LEAST_HEAP) {
      looked.warn("heap", Amount.bytes(machine.heapBytes()), Amount.bytes(LEAST_HEAP));
    }
    if (premises.home()) {
      record(premises, looked);
    }
    return looked;
  }

  private static void record(Premises premises, Looked looked) throws Exception {
    JournalOutline journal = premises.journal();
    Optional<String> newer =
        journal.state().latest().map(Published::software).filter(by -> newer(by, premises));
    newer.ifPresent(by -> looked.fail("older", by, premises.software()));
    if (journal.unknown() > 0) {
      looked.fail("unknown", journal.unknown(), premises.software());
    }
  }

  /** A program that runs from class files has no number to compare. */
  private static boolean newer(String by, Premises premises) {
    List<Integer> then = numbers(by);
    List<Integer> now = numbers(premises.software());
    for (int each = 0; each < Math.min(then.size(), now.size()); each++) {
      if (!then.get(each).equals(now.get(each))) {
        return then.get(each) > now.get(each);
      }
    }
    return false;
  }

  private static List<Integer> numbers(String version) {
    List<Integer> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(version);
    while (matcher.find() && numbers.size() < 3) {
      numbers.add(Integer.parseInt(matcher.group()));
    }
    return numbers;
  }
}
