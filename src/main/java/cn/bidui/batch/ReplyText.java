package cn.bidui.batch;

import cn.bidui.batch.IdentityRuling.Made;
import cn.bidui.batch.Reply.Place;
import cn.bidui.judge.finding.Finding;
import cn.bidui.ledger.AnswerKey;
import cn.bidui.ledger.Answers.Answer;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.LedgerFinding;
import cn.bidui.ledger.ReplyLines.End;
import cn.bidui.ledger.SameCause;
import cn.bidui.person.PersonName;
import cn.bidui.report.ReplyLine;
import cn.bidui.report.ReplyLine.About;
import cn.bidui.source.ProblemCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is told of each answer of a workbook. */
final class ReplyText {

  private final ReplyDesk desk;

  ReplyText(ReplyDesk desk) {
    this.desk = desk;
  }

  /**
   * How the answer to a group was shared out.
   *
   * @param recorded members for which it was recorded
   * @param known members to which just that had been said
   * @param own members that keep an answer of their own
   * @param refused members whose ruling contradicts earlier ones
   */
  record Share(int recorded, int known, int own, int refused) {}

  /** A row that can be no answer. */
  ReplyLine faulty(Place place, FilledIn said, ProblemCode problem) {
    boolean ours =
        problem != ProblemCode.ANSWER_NOT_KEYED
            && problem != ProblemCode.ANSWER_KEY_CHANGED
            && problem != ProblemCode.ANSWER_KEY_FOREIGN;
    Optional<AnswerKey> key = ours ? AnswerKey.read(said.key()) : Optional.empty();
    return new ReplyLine(
        place.sheet(),
        place.row(),
        End.LISTED,
        key.map(AnswerKey::id).orElse(""),
        key.map(this::about).orElse(About.NOTHING),
        faultyWords(said, problem),
        said.by(),
        Optional.of(problem),
        note(""));
  }

  /** The cell that is at fault. */
  private static String faultyWords(FilledIn said, ProblemCode problem) {
    return switch (problem) {
      case ANSWER_EVIDENCE -> said.evidence();
      case ANSWER_DATE, ANSWER_DATE_LATER -> said.date();
      case ANSWER_UNTIL, ANSWER_UNTIL_PAST -> said.until();
      case ANSWER_MISSING -> said.note();
      default -> said.outcome();
    };
  }

  /** An answer that was not recorded. */
  ReplyLine listed(Reply reply, ProblemCode problem, String... words) {
    return line(reply, End.LISTED, Optional.of(problem), note("", words));
  }

  /** An answer that had been recorded before. */
  ReplyLine known(Reply reply, Answer before) {
    return line(
        reply,
        End.KNOWN,
        Optional.empty(),
        note("report.reply.known-since", before.said().asOf().toString()));
  }

  /** A row that only repeats {@code first}. */
  ReplyLine copy(Reply reply, Reply first) {
    return line(
        reply,
        End.KNOWN,
        Optional.empty(),
        note("report.reply.copy", String.valueOf(first.place().row())));
  }

  /** An answer that was recorded; what it ruled on who is who is told besides. */
  ReplyLine recorded(Reply reply, Made.Stands stands) {
    if (!stands.remark().isEmpty()) {
      return line(
          reply,
          End.RECORDED,
          Optional.empty(),
          note("report.reply.ruled-" + stands.remark(), String.valueOf(stands.word())));
    } else if (!reply.code().closes()) {
      return line(reply, End.RECORDED, Optional.empty(), note("report.reply.stays-open"));
    }
    @Nullable LocalDate until = reply.lastDay(desk.asOf());
    return until == null
        ? line(reply, End.RECORDED, Optional.empty(), note("report.reply.closes"))
        : line(
            reply,
            End.RECORDED,
            Optional.empty(),
            note("report.reply.closes-until", until.toString()));
  }

  /** An answer to a group. */
  ReplyLine shared(Reply reply, SameCause.Group group, Share share) {
    boolean taken = share.recorded() > 0;
    return line(
        reply,
        taken ? End.RECORDED : End.KNOWN,
        Optional.empty(),
        note(
            "report.reply.shared",
            String.valueOf(group.findings().size()),
            String.valueOf(share.recorded()),
            String.valueOf(share.known()),
            String.valueOf(share.own()),
            String.valueOf(share.refused())));
  }

  /** Cells that were emptied although an answer stands. */
  ReplyLine emptied(Place place, FilledIn said, LedgerFinding entry, Answer standing) {
    return new ReplyLine(
        place.sheet(),
        place.row(),
        End.BLANK,
        entry.finding().id(),
        about(entry.finding()),
        said.outcome(),
        said.by(),
        Optional.empty(),
        note("report.reply.emptied", standing.outcome(), standing.said().by()));
  }

  private ReplyLine line(
      Reply reply, End end, Optional<ProblemCode> problem, FileEntry.Note became) {
    boolean secret = problem.filter(ProblemCode.ANSWER_ELSEWHERE::equals).isPresent();
    return new ReplyLine(
        reply.place().sheet(),
        reply.place().row(),
        end,
        reply.key().id(),
        secret ? About.NOTHING : about(reply.key()),
        reply.said().outcome(),
        reply.said().by(),
        problem,
        became);
  }

  /** What the owner of the file may know. */
  private About about(AnswerKey key) {
    if (key instanceof AnswerKey.OfGroup group) {
      return desk.group(group)
          .filter(of -> desk.mayAnswer(of.school(), of.school()))
          .map(of -> new About(of.rule(), of.school(), ""))
          .orElse(About.NOTHING);
    }
    return desk.finding(key.id())
        .map(LedgerFinding::finding)
        .filter(of -> desk.mayAnswer(of.school(), of.township()))
        .map(ReplyText::about)
        .orElse(About.NOTHING);
  }

  private static About about(Finding finding) {
    String name = finding.name().isEmpty() ? "" : PersonName.of(finding.name()).masked();
    return new About(finding.rule(), finding.school(), name);
  }

  private static FileEntry.Note note(String key, String... words) {
    return new FileEntry.Note(key, List.of(words));
  }
}
