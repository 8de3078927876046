package cn.bidui.cli.doctor;

import cn.bidui.store.FolderKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether database and journal lie on a disk of this machine. Shares lose locks and syncs when the
 * network fails; an inbox may lie on one.
 */
final class LocalDiskCheck implements Check {

  /** A folder that the host lends to a virtual machine: no network, and no better. */
  private static final Set<String> LENT = Set.of("9p", "vboxsf", "prl_fs");

  @Override
  public String code() {
    return "local-disk";
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING;
  }

  @Override
  public Looked look(Premises premises) throws IOException {
    Looked looked = new Looked();
    List<String> remote = remote(premises, premises.folder().data(), premises.folder().journal());
    if (!remote.isEmpty()) {
      looked.fail("network", remote);
    }
    List<String> archive = remote(premises, premises.folder().archive());
    if (remote.isEmpty() && !archive.isEmpty()) {
      looked.warn("archive", archive);
    }
    return looked.fine()
        ? looked.ok("fine", premises.machine().disks().type(premises.folder().data()))
        : looked;
  }

  private static List<String> remote(Premises premises, Path... folders) throws IOException {
    List<String> remote = new ArrayList<>();
    for (Path folder : folders) {
      String type = premises.machine().disks().type(folder);
      if (network(type) || unc(folder)) {
        remote.add(folder.getFileName() + " (" + type + ")");
      }
    }
    return remote;
  }

  private static boolean network(String type) {
    return FolderKind.crossesNetwork(type) || LENT.contains(type.toLowerCase(Locale.ROOT));
  }

  /** {@code \\server\share}: Windows tells the file system of the server. */
  private static boolean unc(Path folder) {
    return folder.toString().startsWith("\\\\");
  }
}
