package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Entry;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that was cut short is given again: what it had done already is done once. */
class SaidAgainTest {

  private static final Charset GBK = Charset.forName("GBK");
  private static final String AID = "受助学生名单_20251103.csv";
  private static final String SECOND = Sample.asOf(2);

  @TempDir private Path folder;

  @Test
  void theSameAnswerAgainIsNotRecordedTwice() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    String id = office.finding(Sample.asOf(1), "never-enrolled", "冉书君");
    String[] answer = {"answer", id, "A1", "--by", "王老师", "--as-of", Sample.asOf(1)};

    office.does(answer);
    Office.Said again = office.does(answer);

    assertThat(again.exit()).as(again.all()).isZero();
    assertThat(again.out()).contains("此前已经登记了同样的答复");
    assertThat(office.journal(Entry.Answered.class)).hasSize(1);
  }

  @Test
  void anotherAnswerInBetweenMakesTheSameOneCountAgain() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    String id = office.finding(Sample.asOf(1), "never-enrolled", "冉书君");
    for (String outcome : new String[] {"A1", "A4", "A1"}) {
      office.does("answer", id, outcome, "--by", "王老师", "--as-of", Sample.asOf(1));
    }
    assertThat(office.journal(Entry.Answered.class))
        .extracting(Entry.Answered::outcome)
        .containsExactly("A1", "A4", "A1");
  }

  @Test
  void aFileThatWasReleasedMayBeReleasedAgain() throws IOException {
    Office office = Sample.after(1, folder.resolve("home"));
    String list =
        new String(Sample.bytes(2, AID), GBK)
            .lines()
            .filter(line -> !line.contains("城关镇第一小学"))
            .collect(Collectors.joining("\r\n", "", "\r\n"));
    office.drop(AID, list.getBytes(GBK));
    assertThat(office.run(SECOND).exit()).isEqualTo(3);

    assertThat(office.run(SECOND, "--accept", AID, "--by", "王老师").exit()).isZero();
    Office.Said again = office.run(SECOND, "--accept", AID, "--by", "王老师");

    assertThat(again.exit()).as(again.all()).isZero();
    assertThat(again.out()).contains(AID + " 此前已经放行，照常核对");
    assertThat(office.journal(Entry.Accepted.class)).hasSize(1);
  }
}
