package cn.bidui.cli.doctor;

import cn.bidui.ledger.HomeKey;
import cn.bidui.ledger.HomeKeyException;
import cn.bidui.ledger.JournalOutline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the secret of the work folder is the one that the journal was written with. */
final class KeysCheck implements Check {

  @Override
  public String code() {
    return "keys";
  }

  @Override
  public Looked look(Premises premises) throws Exception {
    JournalOutline journal = premises.journal();
    Path home = premises.folder().home();
    Optional<String> fingerprint = journal.state().keyFingerprint();
    if (fingerprint.isEmpty() && !Files.exists(home.resolve("bidui.key"))) {
      return Looked.off("none");
    }
    if (fingerprint.isPresent() && !Files.exists(home.resolve("bidui.key"))) {
      return new Looked().fail("gone");
    }
    try {
      HomeKey.open(home, fingerprint);
    } catch (HomeKeyException other) {
      return new Looked().fail("other");
    }
    boolean proven = journal.noted("drilled").stream().anyMatch(drill -> drill.flag("escrow"));
    if (proven) {
      return new Looked().ok("escrowed");
    }
    Optional<String> kept =
        journal.noted("keys-escrowed").stream()
            .filter(escrow -> fingerprint.equals(Optional.of(escrow.text("fingerprint"))))
            .map(escrow -> escrow.text("asOf"))
            .reduce((earlier, later) -> later);
    return kept.isPresent() ? new Looked().ok("kept", kept.get()) : new Looked().warn("alone");
  }
}
