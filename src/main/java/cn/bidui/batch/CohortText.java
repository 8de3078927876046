package cn.bidui.batch;

import cn.bidui.judge.cohort.Cohort;
import cn.bidui.judge.cohort.Population;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many children each cohort had, as text for the archive: the next night tells the change. */
final class CohortText {

  private CohortText() {}

  /** One line a cohort, tabs between: place, autumn of entry, children. */
  static byte[] write(NightWork work) {
    StringBuilder text = new StringBuilder();
    for (Cohort cohort : NightWork.done(work.judgement).population().cohorts()) {
      text.append(about(cohort)).append('\t').append(cohort.children()).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String about(Cohort cohort) {
    String name = cohort.place().name().replaceAll("\\s", " ");
    return cohort.place().level() + "\t" + name + "\t" + cohort.entry();
  }

  /** Tonight's population beside what {@code text} of an earlier night says. */
  static Population beside(String text, Population tonight) {
    Map<String, Integer> before = new HashMap<>();
    text.lines()
        .forEach(
            line -> {
              int end = line.lastIndexOf('\t');
              before.put(line.substring(0, end), Integer.valueOf(line.substring(end + 1)));
            });
    List<Cohort> cohorts =
        tonight.cohorts().stream()
            .map(
                cohort ->
                    new Cohort(
                        cohort.place(),
                        cohort.entry(),
                        cohort.children(),
                        cohort.onRoll(),
                        before.getOrDefault(about(cohort), cohort.before())))
            .toList();
    return new Population(cohorts, tonight.indicators());
  }
}
