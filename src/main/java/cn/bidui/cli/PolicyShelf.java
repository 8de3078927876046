package cn.bidui.cli;

import cn.bidui.batch.JobTree;
import cn.bidui.plan.JobPlan;
import cn.bidui.plan.Mistakes;
import cn.bidui.plan.NamedText;
import cn.bidui.plan.PolicyCheck;
import cn.bidui.plan.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The policy files that come with the program or stand in the work folder. */
final class PolicyShelf {

  private static final String JOB = "nightly";

  private final @Nullable Path jobs;
  private final List<NamedText> files = new ArrayList<>();

  private PolicyShelf(@Nullable Path jobs) {
    this.jobs = jobs;
  }

  static PolicyShelf read(Options options) throws IOException {
    PolicyShelf shelf = new PolicyShelf(options.jobs());
    if (shelf.jobs != null) {
      JobTree.folder(shelf.jobs, JobTree.POLICIES)
          .forEach((name, text) -> shelf.files.add(new NamedText(name, text)));
    }
    return shelf;
  }

  List<NamedText> files() {
    return List.copyOf(files);
  }

  /** The file that jobs call so. */
  Optional<NamedText> named(String name) {
    return files.stream().filter(file -> PolicyCheck.name(file).equals(name)).findFirst();
  }

  /** The policies by which the nightly job goes; empty if there is no such job. */
  List<String> ofNights() throws IOException {
    Path file = jobs == null ? Path.of(JOB) : jobs.resolve(JOB).resolve("job.yml");
    return Files.isRegularFile(file)
        ? JobPlan.read(JOB, "", Yaml.text(Files.readAllBytes(file)), Set.of(), new Mistakes())
            .policies()
        : List.of();
  }
}
