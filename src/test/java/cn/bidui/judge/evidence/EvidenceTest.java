package cn.bidui.judge.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bidui.judge.CountyFixture;
import cn.bidui.judge.finding.Finding;
import cn.bidui.judge.night.County;
import cn.bidui.judge.night.Snapshot;
import cn.bidui.link.PersonKey;
import cn.bidui.link.Undecided;
import cn.bidui.plan.Category;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import cn.bidui.source.RowRef;
import cn.bidui.source.SourceFile;
import cn.bidui.source.Term;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  private static final String OTHER = CountyFixture.id("20160502", 7);
  private static final String THIRD = CountyFixture.id("20160503", 9);

  /** One pupil who goes without, and two others of whom nothing is asked. */
  private static CountyFixture county() {
    return CountyFixture.county()
        .asOf("2025-11-20")
        .roll()
        .roll(Field.CITIZEN_ID, OTHER, Field.NAME, "测试乙")
        .roll(Field.CITIZEN_ID, THIRD, Field.NAME, "测试丙")
        .household();
  }

  private static KeptNight kept(County county, List<Finding> findings) {
    return Evidence.of(county, findings, List.of(), List.of());
  }

  private static KeptNight again(KeptNight night) throws IOException {
    return KeptReading.read(new ByteArrayInputStream(KeptForm.write(night)));
  }

  @Test
  void whatWasWrittenIsReadAndTheSameNightGivesTheSameBytes() throws IOException {
    CountyFixture fixture = county().undecided(ListKind.ROLL, 0, ListKind.ROLL, 1).earlierRoll();
    KeptNight night = kept(fixture.build(), fixture.judge().findings()).needing(Set.of("F1"));
    assertThat(again(night)).isEqualTo(night);
    assertThat(KeptForm.write(again(night))).isEqualTo(KeptForm.write(night));
    assertThat(night.whole()).containsExactly("F1");
    assertThat(night.undecided()).hasSize(1);
  }

  @Test
  void whoMayBeTheSamePersonComesAlong() {
    CountyFixture fixture = county().undecided(ListKind.ROLL, 0, ListKind.ROLL, 2);
    KeptNight night = kept(fixture.build(), fixture.judge().findings());
    Undecided pair = night.undecided().get(0);
    assertThat(night.rows().get(ListKind.ROLL)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(night.rows().get(ListKind.ROLL).get(pair.rightRow()).values()).contains(THIRD);
  }

  @Test
  void nobodyIsKeptOfWhomNothingIsAskedAndWhoIsNoExample() {
    CountyFixture fixture = county();
    KeptNight night = kept(fixture.build(), List.of());
    assertThat(night.rows().get(ListKind.ROLL)).hasSize(1);
    assertThat(night.keys()).hasSize(1);
  }

  @Test
  void departedPupilsAndStandingsAreKeptWithTheKeysOfThen() throws IOException {
    County county = county().build();
    RowRef place = new RowRef(new SourceFile("a".repeat(64), "上次学籍.xlsx", ""), "Sheet1", 9);
    List<String> values = Evidence.values(county.tables().get(ListKind.ROLL), 1);
    KeptPupil pupil =
        new KeptPupil(new PersonKey(77), place, values, LocalDate.parse("2025-09-10"), true);
    PersonKey known = county.keys().key(0);
    Snapshot snapshot =
        new Snapshot(
            ListKind.HOUSEHOLDS,
            Term.parse("2025秋"),
            LocalDate.parse("2025-09-01"),
            new TreeMap<>(
                java.util.Map.of(
                    known,
                    List.of(
                        new Snapshot.Saying(
                            Category.LIFTED_OUT, cn.bidui.judge.night.Doubt.NONE)))));
    KeptNight night = again(Evidence.of(county, List.of(), List.of(pupil), List.of(snapshot)));
    County kept = night.county(text -> "h(" + text + ")");
    assertThat(kept.departed()).hasSize(1);
    assertThat(kept.departed().get(0).last().id().idOrNull())
        .hasToString(cn.bidui.person.CitizenId.mask(OTHER));
    assertThat(kept.standings().earlier(ListKind.HOUSEHOLDS, Term.parse("2025秋")))
        .hasValueSatisfying(said -> assertThat(said.persons()).containsOnlyKeys(known));
    assertThat(kept.standings().earlier(ListKind.CIVIL, Term.parse("2025秋"))).isEmpty();
    assertThat(kept.keys().person(known)).isZero();
    assertThat(kept.keys().person(new PersonKey(999))).isEqualTo(-1);
    assertThat(kept.keys().handle("account", "1")).isEqualTo("h(account:1)");
  }

  @Test
  void rowsAreLinkedAsTheyWere() throws IOException {
    CountyFixture fixture = county();
    KeptNight night = again(kept(fixture.build(), fixture.judge().findings()));
    County county = night.county(text -> text);
    int person = county.links().person(ListKind.HOUSEHOLDS, 0);
    assertThat(county.links().rows(ListKind.ROLL, person)).containsExactly(0);
    assertThat(county.links().rows(ListKind.AID, person)).isEmpty();
    assertThat(county.links().decision(ListKind.ROLL, 0))
        .isEqualTo(fixture.build().links().decision(ListKind.ROLL, 0));
    assertThat(county.links().tier(ListKind.ROLL, 0))
        .isEqualTo(fixture.build().links().tier(ListKind.ROLL, 0));
    assertThat(county.links().weight(ListKind.ROLL, 0))
        .isEqualTo(fixture.build().links().weight(ListKind.ROLL, 0));
    assertThat(county.links().oversizedBlocks()).isEmpty();
    assertThat(county.links().again()).isZero();
  }

  @Test
  void noPersonIsNamedInItsOwnWords() {
    CountyFixture fixture = county();
    KeptNight night = kept(fixture.build(), fixture.judge().findings());
    KeptRow row = night.rows().get(ListKind.ROLL).get(0);
    assertThat(night + " " + row).doesNotContain("测试", CountyFixture.PUPIL);
  }

  @Test
  void damageIsToldWithoutItsContent() throws IOException {
    CountyFixture fixture = county();
    byte[] bytes = KeptForm.write(kept(fixture.build(), fixture.judge().findings()));
    assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length / 2)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read(head("something else")))
        .isInstanceOf(IOException.class)
        .hasMessage("not the kept evidence of a night");
    assertThatThrownBy(() -> read(head(KeptForm.HEAD, "no date")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not know");
    assertThatThrownBy(() -> read(length(-1))).hasMessage("kept evidence is damaged");
  }

  private static KeptNight read(byte[] bytes) throws IOException {
    return KeptReading.read(new ByteArrayInputStream(bytes));
  }

  private static byte[] head(String... texts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      for (String text : texts) {
        out.writeInt(text.length());
        out.writeBytes(text);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] length(int length) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(length);
    }
    return bytes.toByteArray();
  }
}
