package cn.bidui.batch;

import cn.bidui.ledger.Entry;
import cn.bidui.ledger.Entry.FileAnswered;
import cn.bidui.ledger.FileEntry;
import cn.bidui.ledger.JournalState.Receipt;
import cn.bidui.normalize.RowShelf;
import cn.bidui.normalize.ShelvedFile;
import cn.bidui.source.FileState;
import cn.bidui.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists of findings that came back filled in (处理结果回收). */
final class AnsweredLists {

  private final OpenRecord record;
  private final RowShelf shelf;
  private final FileEntries entries;
  private final Replies replies;

  AnsweredLists(OpenRecord record, RowShelf shelf, FileEntries entries, Replies replies) {
    this.record = record;
    this.shelf = shelf;
    this.entries = entries;
    this.replies = replies;
  }

  /** Whether it is one. */
  boolean holds(Receipt receipt) {
    return shelf.find(receipt.received().file().sha256()).filter(ShelvedFile::answers).isPresent();
  }

  /**
   * Takes a workbook of answers: what is recorded of it and that it was answered is one append. One
   * after the other, as each may answer what the one before has answered already.
   */
  void take(Receipt receipt, AnswerStage.Answering answering) throws IOException {
    SourceFile file = receipt.received().file();
    Optional<String> first =
        record.state().answeredFiles().stream()
            .filter(answered -> answered.state() == FileState.ANSWERS)
            .map(FileAnswered::file)
            .filter(of -> of.sha256().equals(file.sha256()) && of.unit().equals(file.unit()))
            .map(SourceFile::name)
            .findFirst();
    if (first.isPresent()) {
      FileEntry again = AnswerStage.duplicate(file, null, "", first.get());
      answering.answer(again, receipt.number());
      record.journal().append(FileAnswered.of(receipt.number(), again));
      return;
    }
    Replied replied = replies.to(receipt);
    ShelvedFile shelved = shelf.find(file.sha256()).orElseThrow(IllegalStateException::new);
    FileEntry entry = entries.answers(file, shelved, replied.archived());
    answering.answer(entry, receipt.number());
    List<Entry> said = new ArrayList<>(replied.entries());
    String result = record.archive().put(replied.archived().bytes());
    said.add(new Entry.AnswersRead(receipt.number(), result));
    said.add(FileAnswered.of(receipt.number(), entry));
    record.journal().appendAll(said);
  }
}
