package cn.bidui.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.ledger.Entry.ModelAccepted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model is made, looked at, and counts once a named person has accepted it. */
class LinkTrainTest {

  private static final String FIRST = Sample.asOf(1);

  private Office office;

  @BeforeEach
  void liveThroughANight(@TempDir Path folder) throws IOException {
    office = Sample.after(1, folder.resolve("home"));
  }

  @Test
  void withoutAcceptNothingChanges(@TempDir Path folder) throws IOException {
    SortedMap<String, String> reports = Office.digests(office.home().resolve("reports"));
    Path file = folder.resolve("model.txt");

    Office.Said said = office.does("link-train", "--out", file.toString());

    assertThat(said.exit()).as(said.all()).isZero();
    assertThat(said.out()).contains("学籍名单", "证件号码", "没有改动");
    assertThat(Files.readString(file)).startsWith("model person\nlists any any prior -1700");
    assertThat(office.journal(ModelAccepted.class)).isEmpty();
    assertThat(Office.digests(office.home().resolve("reports"))).isEqualTo(reports);
  }

  @Test
  void anAcceptedModelIsUsedByTheNextNightAndSurvivesARebuild() throws IOException {
    String open = office.finding(FIRST, "undecided-identity", "韩彤桐");
    String explained = office.does("explain", open).out();
    Office.Said said = office.does("link-train", "--accept", "--by", "李老师");
    assertThat(office.does("explain", open).out())
        .as("a night that is over is explained by the model of then")
        .isEqualTo(explained);
    assertThat(said.exit()).as(said.all()).isZero();
    List<ModelAccepted> accepted = office.journal(ModelAccepted.class);
    assertThat(accepted).extracting(ModelAccepted::by).containsExactly("李老师");

    office.run(FIRST);

    assertThat(Office.json(office.report(FIRST).resolve("data/run.json")).get("model").asString())
        .isEqualTo(accepted.get(0).digest().substring(0, 12));
    Office.Said rebuilt = office.does("rebuild");
    assertThat(rebuilt.exit()).as(rebuilt.all()).isZero();
    assertThat(rebuilt.out()).contains("重新导出后逐字节相同");
  }

  @Test
  void whoAcceptsHasAName() throws IOException {
    assertThat(office.does("link-train", "--accept").exit()).isEqualTo(64);
    assertThat(office.journal(ModelAccepted.class)).isEmpty();
  }

  @Test
  void aFileThatIsNoModelIsNotOverwritten(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("note.txt"), "not a model");
    assertThat(office.does("link-train", "--out", file.toString()).exit()).isEqualTo(64);
    assertThat(Files.readString(file)).isEqualTo("not a model");
  }
}
