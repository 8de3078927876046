package cn.bidui.judge.night;

import cn.bidui.normalize.CivilRecord;
import cn.bidui.normalize.DisabilityRecord;
import cn.bidui.normalize.ListRecord;
import cn.bidui.normalize.PlacementRecord;
import cn.bidui.normalize.PopulationRecord;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a person lives (户籍所在乡镇), as the lists of residents have it; schools say nothing of it. */
public final class Home {

  private Home() {}

  /** The township: of households first, then of the population list, then of the others. */
  public static Optional<String> township(Person person) {
    return Stream.of(
            person.households().stream().map(row -> row.record().township()),
            person.further(PopulationRecord.class).stream().map(row -> row.record().township()),
            person.further().stream().map(row -> township(row.record())))
        .flatMap(stream -> stream)
        .filter(township -> !township.isEmpty())
        .findFirst();
  }

  private static String township(ListRecord record) {
    if (record instanceof DisabilityRecord card) {
      return card.township();
    }
    if (record instanceof PlacementRecord placement) {
      return placement.township();
    }
    return record instanceof CivilRecord welfare ? welfare.township() : "";
  }
}
