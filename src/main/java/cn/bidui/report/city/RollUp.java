package cn.bidui.report.city;

import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The counties' published nights rolled up (市级汇总). What cannot be read is named and never counted
 * as zero. The same nights give the same bytes, in whatever order they are given.
 */
public final class RollUp {

  private final City city;

  private RollUp(City city) {
    this.city = city;
  }

  /**
   * Reads the night of every county; a folder that cannot be read is a county without figures.
   *
   * @param asOf the day that the totals are to be of; null for the newest that a county has
   */
  public static RollUp read(List<CountyFolder> counties, @Nullable LocalDate asOf) {
    return new RollUp(City.of(counties.stream().map(NightFolder::read).toList(), asOf));
  }

  /** How many counties there are, in all. */
  public int counties() {
    return city.counties().size();
  }

  /** How many of them are in the totals. */
  public int counted() {
    return city.of(Condition.COUNTED).size();
  }

  /** How many have figures that are shown, but are in no total. */
  public int apart() {
    return city.of(Condition.APART).size();
  }

  /** The day that the totals are of; empty if no county could be read. */
  public Optional<LocalDate> asOf() {
    return city.counties().stream().anyMatch(county -> county.figures().isPresent())
        ? Optional.ofNullable(city.asOf())
        : Optional.empty();
  }

  /** A name that two folders bear: then nobody can tell their figures apart. */
  public Optional<String> doubledName() {
    return city.doubled();
  }

  /**
   * One sentence for everything that keeps a county out of the totals or makes its figures less
   * sure, with what to do.
   */
  public List<String> remarks(Messages messages) {
    return city.counties().stream()
        .flatMap(
            county ->
                county.remarks().stream()
                    .map(
                        remark ->
                            messages.text(
                                "report.city.remark",
                                county.label(messages),
                                remark.title(messages),
                                remark.action(messages))))
        .toList();
  }

  /** How many findings are open in the counties that are counted. */
  public long open() {
    return city.sum(Condition.COUNTED).all().open();
  }

  /**
   * Publishes the folder, whole or not at all.
   *
   * @param target is not there yet
   * @throws IOException if something cannot be written; then there is no folder
   */
  public void publish(Path target) throws IOException {
    LocalDate day = Objects.requireNonNull(city.asOf(), "some county was read");
    new CityFolder(city, day).publish(target);
  }
}
