package cn.bidui.judge.score;

import cn.bidui.source.ListKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A scoreboard as text for the archive, one score a line, tabs between: goal, level, name,
 * compared, right, of, needs. Later nights show the course of errors from it.
 */
public final class ScoreText {

  private static final int FIELDS = 7;

  private ScoreText() {}

  /** The same scoreboard gives the same text. */
  public static String write(Scoreboard board) {
    return board.scores().stream().map(ScoreText::line).collect(Collectors.joining());
  }

  private static String line(Score score) {
    String needs = score.needs().stream().map(ListKind::code).collect(Collectors.joining(","));
    return String.join(
            "\t",
            score.goal().name(),
            score.place().level().name(),
            score.place().name().replaceAll("\\s", " "),
            Boolean.toString(score.compared()),
            Long.toString(score.right()),
            Long.toString(score.of()),
            needs)
        + "\n";
  }

  /**
   * Reads what {@link #write} wrote; what another version wrote of goals unknown here is left out.
   */
  public static Scoreboard read(String text) {
    List<Score> scores = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      score(line.split("\t", -1)).ifPresent(scores::add);
    }
    return new Scoreboard(scores);
  }

  private static Optional<Score> score(String[] fields) {
    if (fields.length != FIELDS) {
      return Optional.empty();
    }
    return goal(fields[0])
        .map(
            goal ->
                new Score(
                    goal,
                    new Place(Place.Level.valueOf(fields[1]), fields[2]),
                    Boolean.parseBoolean(fields[3]),
                    Long.parseLong(fields[4]),
                    Long.parseLong(fields[5]),
                    needs(fields[6])));
  }

  private static Optional<Goal> goal(String name) {
    return Arrays.stream(Goal.values()).filter(goal -> goal.name().equals(name)).findFirst();
  }

  private static List<ListKind> needs(String codes) {
    return Arrays.stream(codes.split(",", -1))
        .map(code -> ListKind.ofCode(code).orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }
}
