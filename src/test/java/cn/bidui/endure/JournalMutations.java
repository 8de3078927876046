package cn.bidui.endure;

import cn.bidui.ledger.JournalLine.Head;
import cn.bidui.ledger.Verdict;
import cn.bidui.ledger.audit.Anchor;
import cn.bidui.ledger.audit.JournalAudit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** The journal is changed by hand, in one of six ways, by somebody who may know its form. */
final class JournalMutations implements Family {

  private static final int KINDS = 6;

  @Override
  public String name() {
    return "journal-mutations";
  }

  @Override
  public String promise() {
    return "A journal changed by hand is found, with the kind of change and the first bad line.";
  }

  @Override
  public int inCheck() {
    return 60;
  }

  @Override
  public int inMerge() {
    return 600;
  }

  @Override
  public int inFull() {
    return 1_000 * KINDS;
  }

  @Override
  public String trial(int number, long seed, Path scratch) throws IOException {
    Random random = new Random(seed);
    InventedJournal journal = InventedJournal.write(scratch, random, 4 + random.nextInt(6));
    Trial trial = new Trial(journal, random);
    Expected expected =
        switch (number % KINDS) {
          case 0 -> trial.byteChanged();
          case 1 -> trial.lineRemoved();
          case 2 -> trial.lineAdded();
          case 3 -> trial.linesSwapped();
          case 4 -> trial.tailTruncated();
          default -> trial.writtenAnew();
        };
    Verdict verdict = JournalAudit.of(scratch, trial.anchors()).verdict();
    expected.check(verdict);
    return expected.what() + ": " + verdict.code() + " at line " + (verdict.sound().seq() + 1);
  }

  /**
   * What the audit has to say.
   *
   * @param codes of the verdict; several where the change looks like something else
   * @param line the first that is not what was written
   */
  private record Expected(String what, List<String> codes, long line) {

    void check(Verdict verdict) {
      long first = verdict.sound().seq() + 1;
      boolean named =
          verdict instanceof Verdict.Rewritten rewritten
              ? first <= line && line <= rewritten.anchor().seq()
              : first == line;
      if (!codes.contains(verdict.code()) || !named) {
        throw new AssertionError(
            what + " at line " + line + " was told as " + verdict.code() + " at line " + first);
      }
    }
  }

  /** One journal and what is done to it. */
  private record Trial(InventedJournal journal, Random random) {

    /** Some of the heads of the way, in any order, and always the last. */
    List<Anchor> anchors() {
      List<Anchor> anchors = new ArrayList<>();
      for (Head head : journal.heads()) {
        if (head.equals(journal.last()) || random.nextBoolean()) {
          anchors.add(new Anchor(head, "invented"));
        }
      }
      Collections.shuffle(anchors, random);
      return anchors;
    }

    Expected byteChanged() throws IOException {
      byte[] bytes = journal.bytes();
      int at = random.nextInt(bytes.length);
      long line = 1;
      for (int i = 0; i < at; i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      bytes[at] ^= (byte) (1 + random.nextInt(255));
      Files.write(journal.segment(), bytes);
      // In the last append it may look as if a crash had cut it short, but for the anchor.
      return line > journal.beforeLast().seq()
          ? new Expected("byte changed in the last append", List.of("changed", "cut-off"), line)
          : new Expected("byte changed", List.of("changed"), line);
    }

    Expected lineRemoved() throws IOException {
      List<String> lines = journal.lines();
      int at = random.nextInt(lines.size());
      lines.remove(at);
      journal.write(lines);
      String code = at == lines.size() ? "cut-off" : "changed";
      return new Expected("line removed", List.of(code), at + 1L);
    }

    /** A line that was written elsewhere in the journal, and one that was made up. */
    Expected lineAdded() throws IOException {
      List<String> lines = journal.lines();
      int at = random.nextInt(lines.size());
      String added = lines.get(random.nextInt(lines.size()));
      String other = random.nextBoolean() ? added : added.replace("王", "赵").replace("李", "赵");
      // The very line that stands there would only be doubled, and the second is the wrong one.
      long line = other.equals(lines.get(at)) ? at + 2L : at + 1L;
      lines.add(at, other);
      journal.write(lines);
      return new Expected("line added", List.of("changed"), line);
    }

    Expected linesSwapped() throws IOException {
      List<String> lines = journal.lines();
      int one = random.nextInt(lines.size() - 1);
      int other = one + 1 + random.nextInt(lines.size() - one - 1);
      Collections.swap(lines, one, other);
      journal.write(lines);
      return new Expected("lines swapped", List.of("changed"), one + 1L);
    }

    /** Between two lines or within one. */
    Expected tailTruncated() throws IOException {
      byte[] bytes = journal.bytes();
      int length = random.nextInt(bytes.length);
      byte[] left = java.util.Arrays.copyOf(bytes, length);
      long line = 1;
      for (byte b : left) {
        line += b == '\n' ? 1 : 0;
      }
      Files.write(journal.segment(), left);
      return new Expected("tail truncated", List.of("cut-off"), line);
    }

    /** One line says something else, and every hash after it is reckoned anew. */
    Expected writtenAnew() throws IOException {
      List<String> lines = journal.lines();
      int at = random.nextInt(lines.size());
      String before = lines.get(at);
      lines.set(at, before.replaceFirst("\"data\":\\{", "\"data\":{\"x\":\"" + at + "\","));
      String previous = at == 0 ? "0".repeat(64) : hashOf(lines.get(at - 1));
      for (int line = at; line < lines.size(); line++) {
        lines.set(line, chained(lines.get(line), previous));
        previous = hashOf(lines.get(line));
      }
      journal.write(lines);
      return new Expected("written anew", List.of("rewritten"), at + 1L);
    }

    private static String chained(String line, String previous) {
      String open = line.substring(0, line.lastIndexOf(",\"prev\":\""));
      String covered = open + ",\"prev\":\"" + previous + "\"";
      return covered + ",\"hash\":\"" + sha256(covered) + "\"}";
    }

    private static String hashOf(String line) {
      return line.substring(line.length() - 66, line.length() - 2);
    }

    private static String sha256(String text) {
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError(e);
      }
    }
  }
}
