package cn.bidui.ledger.audit;

import cn.bidui.ledger.Entry;
import java.util.ArrayList;
import java.util.List;

/** What an entry counts on in the archive. */
final class References {

  private References() {}

  /** Digests of archived content; none for entries that say all that they have to say. */
  static List<String> of(Entry entry) {
    if (entry instanceof Entry.FileReceived received) {
      return List.of(received.file().sha256());
    } else if (entry instanceof Entry.Published night) {
      return of(night);
    } else if (entry instanceof Entry.Answered answer) {
      return digest(answer.note());
    } else if (entry instanceof Entry.CaseActed act) {
      return digest(act.words());
    } else if (entry instanceof Entry.Undone undone) {
      return digest(undone.note());
    } else if (entry instanceof Entry.Withdrawn withdrawn) {
      return digest(withdrawn.note());
    }
    return rarer(entry);
  }

  private static List<String> rarer(Entry entry) {
    if (entry instanceof Entry.ModelAccepted model) {
      return digest(model.digest());
    } else if (entry instanceof Entry.DutiesTaken duties) {
      return digest(duties.digest());
    } else if (entry instanceof Entry.PeriodSigned period) {
      return digest(period.figures());
    } else if (entry instanceof Entry.AnswersRead read) {
      return digest(read.result());
    } else if (entry instanceof Entry.LedgerImported ledger) {
      return digest(ledger.sha256());
    } else if (entry instanceof Entry.Revealed revealed) {
      return digest(revealed.purpose());
    } else if (entry instanceof Entry.Replaced replaced) {
      return digest(replaced.rows());
    } else if (entry instanceof Entry.Purged purged) {
      return digest(purged.certificate());
    } else if (entry instanceof Entry.PersonAsked asked) {
      return digest(asked.words());
    }
    return List.of();
  }

  private static List<String> of(Entry.Published night) {
    List<String> digests = new ArrayList<>(List.of(night.findings(), night.jobs()));
    digests.addAll(night.kept().values());
    return digests;
  }

  private static List<String> digest(String text) {
    return text.isBlank() ? List.of() : List.of(text);
  }
}
