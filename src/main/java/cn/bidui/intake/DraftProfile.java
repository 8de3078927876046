package cn.bidui.intake;

import cn.bidui.plan.ColumnProfile;
import cn.bidui.plan.Mistake;
import cn.bidui.source.Content;
import cn.bidui.source.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Drafts a column profile from the header of a file, for whoever has to teach the program a new
 * export: columns that are understood are mapped, the others are named.
 */
public final class DraftProfile {

  private final Intake intake;
  private final Messages messages;

  /** Drafts with comments from {@code messages}. */
  public DraftProfile(Intake intake, Messages messages) {
    this.intake = intake;
    this.messages = messages;
  }

  /** What came of it. */
  public sealed interface Drafted {
    /** The text of a file for {@code jobs/columns}. */
    record Written(String profile, String yaml) implements Drafted {}

    /** Why there is no draft. */
    record Impossible(Mistake why) implements Drafted {}
  }

  /**
   * Drafts from the first visible sheet with a header.
   *
   * @param as a column profile or a kind of list to start from, by code or Chinese name; blank if
   *     the header says it
   * @throws IOException if the file cannot be read from the disk at all
   */
  public Drafted draft(Path file, String name, String as) throws IOException {
    List<ColumnProfile> bases = Choices.profiles(intake.headers().profiles(), as);
    if (!as.isEmpty() && bases.isEmpty()) {
      return impossible(name, "plan.remember.unknown-list", as, codes());
    }
    try {
      List<SheetHead> heads = SheetHead.of(intake, Content.of(file));
      Optional<SheetHead> head =
          heads.stream()
              .filter(one -> one.line().isPresent())
              .findFirst()
              .or(() -> heads.stream().filter(one -> likeliest(one).isPresent()).findFirst());
      return head.isEmpty() || (as.isEmpty() && head.get().line().isEmpty())
          ? impossible(name, "plan.draft.no-header")
          : draft(name, head.get(), bases);
    } catch (Refusal refusal) {
      return impossible(name, "plan.remember.unreadable");
    }
  }

  private Drafted draft(String name, SheetHead head, List<ColumnProfile> bases) {
    HeaderLine line = head.line().or(() -> likeliest(head)).orElseThrow();
    String caption = head.caption(line, name);
    if (!bases.isEmpty()) {
      return bases.stream()
          .map(profile -> new ProfileMatch(profile, line))
          .min(Recognition.nearest(caption))
          .map(match -> written(name, match))
          .orElseThrow();
    }
    Recognition recognition = Recognition.of(intake.headers(), line, caption);
    if (recognition instanceof Recognition.Known known) {
      return written(name, known.match());
    } else if (recognition instanceof Recognition.Incomplete incomplete) {
      return written(name, incomplete.nearest());
    }
    Recognition.Ambiguous ambiguous = (Recognition.Ambiguous) recognition;
    String candidates =
        ambiguous.candidates().stream()
            .map(match -> match.profile().id())
            .collect(Collectors.joining(", "));
    return impossible(name, "plan.draft.ambiguous", candidates);
  }

  private Drafted written(String name, ProfileMatch match) {
    String id = free(match.profile().list().code() + "-draft");
    return new Drafted.Written(id, new DraftYaml(match, messages).text(name, id));
  }

  private String free(String id) {
    String free = id;
    for (int i = 2; intake.headers().profiles().named(free).isPresent(); i++) {
      free = id + i;
    }
    return free;
  }

  /** Where nothing is known: the first of the rows with the most texts that are no numbers. */
  private static Optional<HeaderLine> likeliest(SheetHead head) {
    return java.util.stream.IntStream.range(0, head.rows().size())
        .mapToObj(index -> HeaderLine.single(head.rows(), index))
        .filter(line -> line.cells().size() > 1)
        .filter(line -> line.cells().stream().noneMatch(DraftProfile::number))
        .max(
            Comparator.<HeaderLine>comparingInt(line -> line.cells().size())
                .thenComparing(line -> -line.first()));
  }

  private static boolean number(HeaderCell cell) {
    return cell.leaf().chars().filter(Character::isDigit).count() * 2 >= cell.leaf().length();
  }

  private String codes() {
    return intake.headers().profiles().all().stream()
        .flatMap(profile -> java.util.stream.Stream.of(profile.list().code(), profile.id()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static Drafted impossible(String name, String key, String... words) {
    return new Drafted.Impossible(new Mistake(name, 0, key, List.of(words)));
  }
}
