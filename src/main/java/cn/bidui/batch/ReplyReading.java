package cn.bidui.batch;

import cn.bidui.batch.IdentityRuling.Made;
import cn.bidui.batch.Replies.Row;
import cn.bidui.batch.Reply.Place;
import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.AnswerKey;
import cn.bidui.ledger.Answers.Answer;
import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.Answered;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.ReplyLines;
import cn.bidui.ledger.ReplyLines.End;
import cn.bidui.ledger.SameCause;
import cn.bidui.report.ReplyLine;
import cn.bidui.source.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one workbook of answers, row by row: each is recorded, known already, or listed with what
 * speaks against it. Nothing that somebody else has said is overwritten.
 */
final class ReplyReading {

  private final ReplyDesk desk;
  private final SortedMap<Row, Optional<FilledIn>> rows;
  private final ReplyText text;
  private final Map<Place, ReplyLine> lines = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();

  /** Rows that say what an earlier one says, and that one. */
  private final Map<Reply, Reply> copies = new LinkedHashMap<>();

  /** Findings that the workbook says something of on a row of their own. */
  private final Set<String> ownAnswers = new HashSet<>();

  ReplyReading(ReplyDesk desk, SortedMap<Row, Optional<FilledIn>> rows) {
    this.desk = desk;
    this.rows = rows;
    this.text = new ReplyText(desk);
  }

  Replied read() {
    List<Reply> replies = formed();
    List<Reply> alone = new ArrayList<>();
    List<Reply> shared = new ArrayList<>();
    for (Reply reply : once(replies)) {
      (reply.key() instanceof AnswerKey.OfFinding ? alone : shared).add(reply);
    }
    List<Reply> open = alone.stream().filter(this::isOpen).toList();
    List<Reply> groups = shared.stream().filter(this::isUnchanged).toList();
    lookUp(open, groups);
    open.forEach(this::take);
    groups.forEach(this::takeGroup);
    copies.forEach(this::follow);
    return new Replied(told(), archived(), entries);
  }

  // --- form -----------------------------------------------------------------------------------

  private List<Reply> formed() {
    ReplyForm form = new ReplyForm(desk.state(), desk.asOf());
    List<Reply> replies = new ArrayList<>();
    rows.forEach(
        (row, said) -> {
          if (said.isPresent() && said.get().blank()) {
            blank(row.place(), said.get(), form);
          } else if (said.isPresent()) {
            ReplyForm.Filled filled = form.read(row.place(), said.get());
            if (filled instanceof ReplyForm.Filled.Said answer) {
              replies.add(answer.reply());
            } else if (filled instanceof ReplyForm.Filled.Faulty fault) {
              lines.put(row.place(), text.faulty(row.place(), said.get(), fault.problem()));
            }
            AnswerKey.read(said.get().key())
                .filter(AnswerKey.OfFinding.class::isInstance)
                .map(AnswerKey.OfFinding.class::cast)
                .ifPresent(key -> ownAnswers.add(key.id()));
          }
        });
    return replies;
  }

  /** Cells that were emptied take nothing back, and their owner is told so. */
  private void blank(Place place, FilledIn said, ReplyForm form) {
    Optional<AnswerKey.OfFinding> key =
        AnswerKey.read(said.key())
            .filter(AnswerKey.OfFinding.class::isInstance)
            .map(AnswerKey.OfFinding.class::cast)
            .filter(each -> !each.answer().equals(AnswerKey.NO_ANSWER));
    if (key.isPresent() && form.seal(said).isPresent()) {
      desk.finding(key.get().id())
          .filter(entry -> desk.mayAnswer(entry.finding().school(), entry.finding().township()))
          .flatMap(entry -> standing(entry).map(answer -> text.emptied(place, said, entry, answer)))
          .ifPresent(line -> lines.put(place, line));
    }
  }

  private Optional<Answer> standing(LedgerFinding entry) {
    return desk.answer(entry.finding().id()).filter(answer -> desk.stands(answer, entry.finding()));
  }

  // --- one answer to one question -------------------------------------------------------------

  /** Of rows about one question that say the same the first; those that differ are all listed. */
  private List<Reply> once(List<Reply> replies) {
    Map<String, List<Reply>> byKey = new LinkedHashMap<>();
    replies.forEach(
        reply -> byKey.computeIfAbsent(question(reply), id -> new ArrayList<>()).add(reply));
    List<Reply> once = new ArrayList<>();
    for (List<Reply> same : byKey.values()) {
      Reply first = same.get(0);
      if (same.stream().allMatch(first::saysTheSameAs)) {
        once.add(first);
        same.stream().skip(1).forEach(copy -> copies.put(copy, first));
      } else {
        String numbers =
            same.stream()
                .map(each -> String.valueOf(each.place().row()))
                .collect(Collectors.joining("、"));
        same.forEach(each -> list(each, ProblemCode.ANSWER_TWICE, numbers));
      }
    }
    return once;
  }

  /** A copy fares as the row that it repeats. */
  private void follow(Reply copy, Reply first) {
    Optional<ProblemCode> problem =
        Optional.ofNullable(lines.get(first.place())).flatMap(ReplyLine::problem);
    lines.put(
        copy.place(),
        problem.isPresent() ? text.listed(copy, problem.get()) : text.copy(copy, first));
  }

  private static String question(Reply reply) {
    return reply.key() instanceof AnswerKey.OfGroup ? reply.key().text() : reply.key().id();
  }

  private void list(Reply reply, ProblemCode problem, String... words) {
    lines.put(reply.place(), text.listed(reply, problem, words));
  }

  private boolean isOpen(Reply reply) {
    AnswerKey.OfFinding key = (AnswerKey.OfFinding) reply.key();
    Optional<ProblemCode> against = desk.against(key, reply);
    if (against.isPresent()) {
      list(reply, against.get());
      return false;
    }
    Finding finding = desk.finding(key.id()).orElseThrow().finding();
    @Nullable Answer last = desk.answer(key.id()).orElse(null);
    if (last != null && desk.stands(last, finding) && reply.repeats(last, desk.note(last))) {
      lines.put(
          reply.place(),
          desk.isOfThisWorkbook(last, reply, finding)
              ? text.recorded(reply, Made.Stands.ALONE)
              : text.known(reply, last));
      return false;
    } else if (last != null && desk.answeredSince(key)) {
      list(
          reply,
          ProblemCode.ANSWER_MEANWHILE,
          last.said().by(),
          last.outcome(),
          last.said().asOf().toString());
      return false;
    }
    return true;
  }

  private boolean isUnchanged(Reply reply) {
    Optional<SameCause.Group> group = desk.group((AnswerKey.OfGroup) reply.key());
    if (group.isEmpty()) {
      list(reply, ProblemCode.GROUP_CHANGED);
    } else if (!mayAnswer(group.get())) {
      list(reply, ProblemCode.ANSWER_ELSEWHERE);
      return false;
    }
    return group.isPresent();
  }

  private boolean mayAnswer(SameCause.Group group) {
    return members(group).stream()
        .map(LedgerFinding::finding)
        .allMatch(finding -> desk.mayAnswer(finding.school(), finding.township()));
  }

  private List<LedgerFinding> members(SameCause.Group group) {
    return group.findings().stream().map(desk::finding).flatMap(Optional::stream).toList();
  }

  // --- taking ---------------------------------------------------------------------------------

  /** The rows under all rulings, read at once. */
  private void lookUp(List<Reply> open, List<Reply> groups) {
    List<Finding> rulings = new ArrayList<>();
    for (Reply reply : open) {
      Finding finding = about(reply).finding();
      if (IdentityRuling.concerns(reply.code(), finding)) {
        rulings.add(finding);
      }
    }
    for (Reply reply : groups) {
      members(desk.group((AnswerKey.OfGroup) reply.key()).orElseThrow()).stream()
          .map(LedgerFinding::finding)
          .filter(finding -> IdentityRuling.concerns(reply.code(), finding))
          .forEach(rulings::add);
    }
    if (!rulings.isEmpty()) {
      desk.lookUp(rulings);
    }
  }

  private LedgerFinding about(Reply reply) {
    return desk.finding(((AnswerKey.OfFinding) reply.key()).id()).orElseThrow();
  }

  private void take(Reply reply) {
    Made made = record(reply, about(reply));
    if (made instanceof Made.Refused refused) {
      list(reply, problem(refused), String.valueOf(refused.word()));
    } else {
      lines.put(reply.place(), text.recorded(reply, (Made.Stands) made));
    }
  }

  private static ProblemCode problem(Made.Refused refused) {
    return switch (refused.reason()) {
      case ROWS_GONE -> ProblemCode.RULING_ROWS_GONE;
      case CONTRADICTS -> ProblemCode.RULING_CONTRADICTS;
    };
  }

  /** Rulings before the answer that they come with, as the command line has it. */
  private Made record(Reply reply, LedgerFinding finding) {
    Made made = desk.rule(reply, finding.finding());
    if (made instanceof Made.Stands stands) {
      Answered said = reply.about(finding, desk.keep(reply.said().note()), desk.asOf());
      entries.addAll(stands.pins());
      entries.add(said);
    }
    return made;
  }

  /** The members that have an answer of their own keep it. */
  private void takeGroup(Reply reply) {
    SameCause.Group group = desk.group((AnswerKey.OfGroup) reply.key()).orElseThrow();
    int recorded = 0;
    int own = 0;
    int known = 0;
    int refused = 0;
    for (LedgerFinding member : members(group)) {
      String id = member.finding().id();
      @Nullable Answer last = desk.answer(id).orElse(null);
      if (ownAnswers.contains(id)) {
        own++;
      } else if (last != null
          && desk.stands(last, member.finding())
          && reply.repeats(last, desk.note(last))) {
        if (desk.isOfThisWorkbook(last, reply, member.finding())) {
          recorded++;
        } else {
          known++;
        }
      } else if (last != null && last.seq() > reply.sealedAt()) {
        own++;
      } else if (record(reply, member) instanceof Made.Stands) {
        recorded++;
      } else {
        refused++;
      }
    }
    if (recorded + known + own == 0) {
      list(reply, ProblemCode.RULING_CONTRADICTS, String.valueOf(refused));
    } else {
      lines.put(
          reply.place(),
          text.shared(reply, group, new ReplyText.Share(recorded, known, own, refused)));
    }
  }

  // --- what is told ---------------------------------------------------------------------------

  /** In the order of the workbook; rows that say nothing are not worth a line. */
  private List<ReplyLine> told() {
    return rows.keySet().stream()
        .map(row -> Optional.ofNullable(lines.get(row.place())))
        .flatMap(Optional::stream)
        .toList();
  }

  private ReplyLines archived() {
    return new ReplyLines(rows.keySet().stream().map(row -> archived(row.place())).toList());
  }

  private ReplyLines.Line archived(Place place) {
    @Nullable ReplyLine line = lines.get(place);
    if (line == null) {
      return new ReplyLines.Line(place.sheet(), place.row(), End.BLANK, "");
    }
    return new ReplyLines.Line(
        place.sheet(), place.row(), line.end(), line.problem().map(ProblemCode::code).orElse(""));
  }
}
