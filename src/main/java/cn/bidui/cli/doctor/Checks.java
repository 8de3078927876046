package cn.bidui.cli.doctor;

import java.util.List;

/** The twenty checks, in the order in which they are told. */
final class Checks {

  /** From the machine over the folders and the nights to what keeps them safe. */
  static final List<Check> ALL =
      List.of(
          new VersionCheck(),
          new CharsetCheck(),
          new ClockCheck(),
          new DiskCheck(),
          new FoldersCheck(),
          new LocalDiskCheck(),
          new LeaseCheck(),
          new DatabaseCheck(),
          new NoticesCheck(),
          new SettingsCheck(),
          new ListsCheck(),
          new InboxCheck(),
          new LastRunCheck(),
          new BalanceCheck(),
          new JournalCheck(),
          new ArchiveCheck(),
          new BackupCheck(),
          new RetentionCheck(),
          new KeysCheck(),
          new FontsCheck());

  private Checks() {}
}
