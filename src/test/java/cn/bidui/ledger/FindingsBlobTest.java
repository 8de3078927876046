package cn.bidui.ledger;

import static cn.bidui.ledger.Invented.MONDAY;
import static cn.bidui.ledger.Invented.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsBlobTest {

  private static final List<LedgerFinding> FINDINGS =
      List.of(
          new LedgerFinding(
              Invented.finding("absent", "F1"), FindingState.NEW, "应助未助（确认）", MONDAY, TUESDAY),
          new LedgerFinding(
              Invented.finding("absent", "F2"),
              FindingState.RESOLVED,
              "引号\"和\n换行𠮷",
              MONDAY,
              MONDAY));

  private static List<LedgerFinding> read(String text) throws IOException {
    return FindingsBlob.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void findingsAreReadBackAsTheyWereWritten() throws IOException {
    byte[] blob = FindingsBlob.write(FINDINGS);
    assertThat(FindingsBlob.read(new ByteArrayInputStream(blob))).isEqualTo(FINDINGS);
  }

  @Test
  void theSameFindingsGiveTheSameBytes() {
    assertThat(FindingsBlob.write(FINDINGS)).isEqualTo(FindingsBlob.write(FINDINGS));
    assertThat(new String(FindingsBlob.write(FINDINGS.subList(0, 1)), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"state":"new","outcome":"应助未助（确认）","firstSeen":"2026-10-05","lastSeen":"2026-10-06",\
            "finding":{"id":"F1","case":"case-F1","rule":"absent","severity":"HIGH",\
            "outcome":"UNFUNDED_CONFIRMED","facts":"facts-1","subjectKind":"person",\
            "personKey":"P00000042","name":"测小满","citizenId":"990101********1234",\
            "township":"虚构镇","school":"虚构小学","stage":"小学","grade":"小学三年级",\
            "category":"脱贫户","program":"生活补助","term":"2026秋","due":"500.00","found":"",\
            "evidence":[{"sha256":"%s","name":"学籍.xlsx","unit":"城关镇中心小学",\
            "sheet":"三年级","row":7}],"explanation":"rule.absent.explanation",\
            "words":["2026秋","500.00"]}}
            """
                .formatted(Invented.sha("roll")));
  }

  @Test
  void noFindingsAreNoBytes() throws IOException {
    assertThat(FindingsBlob.write(List.of())).isEmpty();
    assertThat(read("")).isEmpty();
  }

  @Test
  void aBlobOfANewerVersionIsNotGuessed() {
    String blob = new String(FindingsBlob.write(FINDINGS), StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(blob.replace("\"new\"", "\"dreamt\"")))
        .isInstanceOf(IOException.class)
        .hasMessage("this version does not know a value in line 0");
  }

  @Test
  void aDamagedBlobIsReportedWithoutItsText() {
    assertThatThrownBy(() -> read("{\"name\":\"测小满"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("not JSON, at byte ")
        .hasMessageNotContaining("测");
    assertThatThrownBy(() -> read("[1]")).hasMessage("JSON, but not an object");
    assertThatThrownBy(() -> read("{\"a\":1.5}"))
        .hasMessage("JSON of a shape that the record does not use");
    assertThatThrownBy(() -> read("{\"finding\":{\"id\":true,\"evidence\":[]}}"))
        .hasMessage("property id is missing or of another kind");
  }

  @Test
  void aListOfOtherThingsIsReported() throws IOException {
    JsonObject object = Json.read("{\"words\":[1]}".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> object.texts("words"))
        .hasMessage("property words holds something else than it should");
  }
}
