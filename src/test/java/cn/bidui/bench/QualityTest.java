package cn.bidui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.bench.Quality.Scored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityTest {

  @TempDir Path folder;

  @Test
  void theThresholdIsTheOneWithTheBestF1() {
    List<Scored> links =
        List.of(
            new Scored(true, 9), new Scored(true, 7), new Scored(false, 3), new Scored(true, 1));
    assertThat(Quality.best(links, 3)).isEqualTo(new Quality(0.75, 1, 1));
    assertThat(Quality.best(links.subList(0, 3), 2)).isEqualTo(new Quality(1, 1, 7));
  }

  @Test
  void linksOfOneWeightAreTakenTogether() {
    List<Scored> links = List.of(new Scored(true, 5), new Scored(false, 5));
    assertThat(Quality.best(links, 1)).isEqualTo(new Quality(0.5, 1, 5));
  }

  @Test
  void noLinksAreWorthNothing() {
    assertThat(Quality.best(List.of(), 4).f1()).isZero();
  }

  @Test
  void aCountyLinkIsRightIfBothRowsAreOnePerson() throws IOException {
    Path truth = write("truth.csv", "list,row,person,wrong", "roll,2,7,", "aid,2,7,", "aid,3,8,");
    Path links = write("links.csv", "list,row,roll_row,weight", "aid,2,2,12.5", "aid,3,2,4.0");
    assertThat(new PairTruth(truth).best(links)).isEqualTo(new Quality(1, 1, 12.5));
  }

  @Test
  void aQueryWithoutALinkIsMissedOnlyIfItsPersonIsOnTheRoll() throws IOException {
    Path truth =
        write(
            "truth.csv", "list,row,person,wrong", "roll,2,7,", "roll,3,9,", "aid,2,7,", "aid,3,8,");
    Path links = write("links.csv", "list,row,roll_row,weight", "aid,2,3,1.0", "aid,3,,");
    assertThat(new PairTruth(truth).best(links).recall()).isZero();
  }

  @Test
  void febrlSaysWhoIsWhoInTheNumberOfTheRecord() throws IOException {
    Path a = write("a.csv", "rec_id", "rec-1-org", "rec-2-org");
    Path b = write("b.csv", "rec_id", "rec-1-dup-0", "rec-2-dup-0");
    Path links =
        write(
            "links.csv", "left,right,weight", "rec-1-org,rec-1-dup-0,8", "rec-2-org,rec-1-dup-0,1");
    FebrlTruth truth = new FebrlTruth(List.of(a, b));
    assertThat(truth.wanted()).isEqualTo(2);
    assertThat(truth.best(links)).hasToString("0.6667 (P 1.0000, R 0.5000)");
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }
}
