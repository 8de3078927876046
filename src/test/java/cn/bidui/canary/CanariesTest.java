package cn.bidui.canary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.fixture.people.IdNumbers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CanariesTest {

  private static final String ID = IdNumbers.ofOrder(LocalDate.of(2015, 6, 1), 7);
  private final Canaries canaries = new Canaries(List.of("安小宁", "欧阳安宁"));

  @Test
  void anIdIsFoundWhereItStands() {
    assertThat(canaries.in("person " + ID + " failed")).contains(new Canaries.Found("id", 7));
    assertThat(canaries.in(ID)).isPresent();
    assertThat(canaries.in("\0\0" + ID.toLowerCase(Locale.ROOT) + "\0")).isPresent();
  }

  @Test
  void anIdIsFoundInTwoBytesADigit() {
    assertThat(canaries.in(("x" + ID + "x").getBytes(StandardCharsets.UTF_16LE))).isPresent();
    assertThat(canaries.in(("x" + ID + "x").getBytes(StandardCharsets.UTF_16BE))).isPresent();
  }

  @Test
  void aMaskedIdAWrongOneAndADigestAreNone() {
    String wrong = ID.substring(0, 17) + (ID.endsWith("1") ? "2" : "1");
    assertThat(canaries.in(ID.substring(0, 6) + "********" + ID.substring(14))).isEmpty();
    assertThat(canaries.in(wrong)).isEmpty();
    assertThat(canaries.in("a" + ID)).isEmpty();
    assertThat(canaries.in(ID + "0")).isEmpty();
    assertThat(canaries.in(ID.substring(0, 17))).isEmpty();
    assertThat(canaries.in("990101209913320001")).isEmpty();
  }

  @Test
  void aNameIsFoundAndALikeOneIsNot() {
    assertThat(canaries.in("未找到安小宁")).contains(new Canaries.Found("name", 9));
    assertThat(canaries.in("欧阳安宁")).isPresent();
    assertThat(canaries.in("安小*，安宁，安小")).isEmpty();
    assertThat(canaries.in("㛃倀怀")).isPresent();
    assertThat(canaries.in("㛃x")).isEmpty();
  }

  @Test
  void theNamesOfTheSampleListsAreKnown() {
    assertThat(Canaries.ofSamples(Path.of("sample-inputs")).names()).isGreaterThan(150);
  }
}
