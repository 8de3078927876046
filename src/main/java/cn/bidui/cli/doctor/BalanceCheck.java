package cn.bidui.cli.doctor;

import cn.bidui.ledger.Archive;
import cn.bidui.ledger.Entry.Published;
import cn.bidui.report.PublishedAccounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The accounts of the last night, added up again; and whether its files are those it published. */
final class BalanceCheck implements Check {

  private static final int TOLD = 5;
  private static final String DATA = "data/";

  @Override
  public String code() {
    return "balance";
  }

  @Override
  public Needs needs() {
    return Needs.NIGHT;
  }

  @Override
  public Looked look(Premises premises) throws Exception {
    Published night = premises.night().orElseThrow();
    Path runJson = premises.runJson(night);
    if (!Files.isRegularFile(runJson)) {
      return new Looked().fail("gone", night.asOf());
    }
    PublishedAccounts accounts;
    try {
      accounts = PublishedAccounts.read(runJson);
    } catch (IOException torn) {
      return new Looked().fail("unreadable", night.asOf());
    }
    Looked looked = new Looked();
    if (!accounts.differing().isEmpty()) {
      looked.fail("differs", night.asOf(), first(accounts.differing()));
    }
    List<String> changed = changed(premises, night);
    if (!changed.isEmpty()) {
      looked.fail("changed", night.asOf(), changed.size(), first(changed));
    }
    return looked.fine()
        ? looked.ok("fine", night.asOf(), accounts.files(), accounts.rows(), accounts.open())
        : looked;
  }

  private static List<String> first(List<String> all) {
    return all.subList(0, Math.min(TOLD, all.size()));
  }

  /** Those for programs always, those for people where everything is looked at. */
  private static List<String> changed(Premises premises, Published night) throws IOException {
    Path folder = premises.folder().report(night.asOf());
    List<String> changed = new ArrayList<>();
    for (Map.Entry<String, String> file : night.manifest().entrySet()) {
      if (premises.depth().everything() || file.getKey().startsWith(DATA)) {
        Path path = folder.resolve(file.getKey());
        if (!Files.isRegularFile(path) || !Archive.digest(path).equals(file.getValue())) {
          changed.add(file.getKey());
        }
      }
    }
    return changed;
  }
}
