package cn.bidui.judge.finding;

import cn.bidui.source.RowRef;
import java.util.List;

/**
 * One question to a person (疑点), complete: everything that a report prints of it stands here as
 * text, so that it can be kept and shown again on the night on which it is resolved.
 *
 * @param id from content: rule, subject and discriminator; the same every night
 * @param caseId groups the findings about one subject and matter
 * @param rule the rule's code
 * @param facts a digest of what an answer rests on: when it changes, an answer no longer stands
 * @param subjectKind {@code person}, {@code pair}, {@code school}, {@code account} or {@code list}
 * @param personKey blank where the subject is no single person
 * @param citizenId masked
 * @param category the aid categories of the person, joined with {@code 、}
 * @param due yuan with two decimals; blank where no money is due
 * @param found yuan with two decimals, or the words that were found
 * @param evidence the rows that it rests on, in order
 */
public record Finding(
    String id,
    String caseId,
    String rule,
    Severity severity,
    Outcome outcome,
    String facts,
    String subjectKind,
    String personKey,
    String name,
    String citizenId,
    String township,
    String school,
    String stage,
    String grade,
    String category,
    String program,
    String term,
    String due,
    String found,
    List<RowRef> evidence,
    Explanation explanation) {

  public Finding {
    evidence = List.copyOf(evidence);
  }

  /** No person. */
  @Override
  public String toString() {
    return "Finding[" + id + ", " + rule + "]";
  }
}
