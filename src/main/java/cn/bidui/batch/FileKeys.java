package cn.bidui.batch;

import cn.bidui.intake.RowTape;
import cn.bidui.ledger.Archive;
import cn.bidui.ledger.RowHash;
import cn.bidui.ledger.TotalsKey;
import cn.bidui.source.Content;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The keys of control totals, each made once a night: to make one is to read the whole file. */
final class FileKeys {

  private final Archive archive;
  private final Map<String, TotalsKey> made = new ConcurrentHashMap<>();

  FileKeys(Archive archive) {
    this.archive = archive;
  }

  /** A hash for the rows of the file of that digest, for one thread. */
  RowHash rowHash(String sha256) throws IOException {
    @Nullable TotalsKey key = made.get(sha256);
    if (key == null) {
      Content content = archive.content(sha256);
      key =
          archive.standsIn(sha256)
              ? TotalsKey.recorded(RowTape.key(content))
              : TotalsKey.of(content);
      made.put(sha256, key);
    }
    return key.rowHash();
  }
}
