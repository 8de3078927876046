package cn.bidui.endure;

import java.util.List;

/** Every kind of fault that is tried many times: the one list. */
final class Families {

  private static final List<Family> ALL =
      List.of(
          new KillRandom(),
          new KillAtCall(),
          new LeftAtCall(),
          new DoubleKill(),
          new AskedToStop(),
          new Pairs(),
          new Zombie(),
          new DiskFull(),
          new SmallDisk(),
          new DbDamageFamily(),
          new PgKillFamily(),
          new PgCutFamily(),
          new FoldersFamily(),
          new Sequences(),
          new SequenceProcesses(),
          new HalfCopies(),
          new ReplacedWhileReading(),
          new JournalMutations(),
          new JournalTorn(),
          new BackupKill(),
          new RestoreDrill(),
          new Formulas(),
          new HostileNames());

  private Families() {}

  /** All of them, in the order of the table. */
  static List<Family> all() {
    return ALL;
  }
}
