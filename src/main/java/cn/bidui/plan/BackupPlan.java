package cn.bidui.plan;

/**
 * Where backups go ({@code backup} in {@code bidui.yml}).
 *
 * @param folder against the work folder
 * @param second a folder on another disk that gets a copy; blank for none
 * @param keepDays how long backups are kept; what was deleted is in backups for as long
 * @param nightly whether a published night ends with a backup and a drill
 * @param escrow file that holds the key apart, for the drill; blank: drilled with the live key
 * @param passphraseFile holds the passphrase of {@code escrow} alone
 */
public record BackupPlan(
    String folder,
    String second,
    int keepDays,
    boolean nightly,
    String escrow,
    String passphraseFile) {

  private static final String KEEP_DAYS = "keepDays";
  private static final String PASSPHRASE_FILE = "passphrase-file";
  private static final int USUAL_DAYS = 14;

  /** Ten years; whoever writes more means something else. */
  private static final int MOST_DAYS = 3_650;

  /** Reads {@code at}; without it a nightly backup goes to {@code backup/}. */
  static BackupPlan read(Yaml at) {
    at.only("folder", "second", KEEP_DAYS, "nightly", "escrow", PASSPHRASE_FILE);
    long days = at.at(KEEP_DAYS).number(USUAL_DAYS);
    if (days < 1 || days > MOST_DAYS) {
      at.at(KEEP_DAYS).mistake("plan.out-of-range", KEEP_DAYS, "1", String.valueOf(MOST_DAYS));
      days = USUAL_DAYS;
    }
    String folder = at.at("folder").text("backup");
    if (folder.isBlank()) {
      at.at("folder").mistake("plan.missing-key", "folder");
      folder = "backup";
    }
    String escrow = at.at("escrow").text("");
    if (!escrow.isEmpty() && at.at(PASSPHRASE_FILE).text("").isEmpty()) {
      at.mistake("plan.missing-key", PASSPHRASE_FILE);
    }
    return new BackupPlan(
        folder,
        at.at("second").text(""),
        (int) days,
        at.at("nightly").flag(true),
        escrow,
        at.at(PASSPHRASE_FILE).text(""));
  }
}
