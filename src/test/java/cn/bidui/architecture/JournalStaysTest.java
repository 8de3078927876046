package cn.bidui.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.plan.WorkFolder;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No line of the journal is ever removed: the program has no way to do it. */
class JournalStaysTest {

  private static final String LEDGER = "cn.bidui.ledger.";
  private static final Set<String> REMOVING =
      Set.of(
          Files.class.getName() + ".delete",
          Files.class.getName() + ".deleteIfExists",
          Files.class.getName() + ".move",
          Files.class.getName() + ".write",
          Files.class.getName() + ".writeString",
          Files.class.getName() + ".newOutputStream",
          Files.class.getName() + ".copy",
          File.class.getName() + ".delete",
          FileChannel.class.getName() + ".truncate",
          RandomAccessFile.class.getName() + ".setLength",
          LEDGER + "Durably.write",
          LEDGER + "Durably.move");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("cn.bidui");

  private static List<JavaMethodCall> calls() {
    return HOUSE.stream().flatMap(type -> type.getMethodCallsFromSelf().stream()).toList();
  }

  private static String target(JavaMethodCall call) {
    return call.getTargetOwner().getFullName() + "." + call.getTarget().getName();
  }

  private static Set<String> removers(Set<String> types) {
    return calls().stream()
        .filter(call -> types.contains(call.getOriginOwner().getFullName()))
        .filter(call -> REMOVING.contains(target(call)))
        .map(call -> call.getOriginOwner().getSimpleName() + "." + call.getOrigin().getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void onlyTheEndThatACrashLeftIsCutOffAndItIsSetAsideFirst() {
    Set<String> truncating =
        calls().stream()
            .filter(call -> target(call).equals(FileChannel.class.getName() + ".truncate"))
            .map(call -> call.getOriginOwner().getSimpleName() + "." + call.getOrigin().getName())
            .collect(Collectors.toSet());
    // The lease has a file of its own in that folder, which says who holds it.
    assertThat(truncating)
        .containsExactlyInAnyOrder("Journal.setAside", "Lease.begin", "Lease.close");
  }

  @Test
  void whoKnowsWhereTheSegmentsLieRemovesNothing() {
    Set<String> knowing =
        calls().stream()
            .filter(
                call ->
                    target(call).startsWith(LEDGER + "JournalFiles.")
                        || target(call).equals(WorkFolder.class.getName() + ".journal"))
            .map(call -> call.getOriginOwner().getFullName())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(knowing).contains(LEDGER + "Journal", LEDGER + "JournalReader");
    // A backup copies out of the segments into its own file. A new work folder gets its settings
    // from what makes the folder.
    assertThat(removers(knowing))
        .containsExactly(
            "BackupWriter.beside",
            "Journal.setAside",
            "Lease.begin",
            "Lease.close",
            "NewHome.make");
  }
}
