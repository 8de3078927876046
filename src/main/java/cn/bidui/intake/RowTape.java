package cn.bidui.intake;

import cn.bidui.source.Content;
import cn.bidui.source.Header;
import cn.bidui.source.ListKind;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a file, so that it can be read again when the file itself is gone (行检查点). It
 * holds the rows and what was said of the sheets, and is opened by {@link Intake} like the file it
 * stands for: whoever reads it gets what was read when it was made, whatever the profiles of later
 * versions would make of it. The same reading gives the same bytes.
 */
public final class RowTape {

  private static final byte[] MAGIC = "BIDUI-ROWS-1\n".getBytes(StandardCharsets.US_ASCII);
  private static final char END = 'E';

  private RowTape() {}

  /** Decides which rows stay. */
  public interface Keep {

    /** Everything. */
    Keep ALL = row -> row;

    /** The row, or as much of it as may stay; null if nothing may. */
    @Nullable ReadRow row(ReadRow row);

    /** A title, a header's text or another word outside the rows, as far as it may stay. */
    default String words(String text) {
      return text;
    }
  }

  /**
   * Writes what {@code rows} gives, to its end.
   *
   * @param key the key of the file's control totals, which only the whole file gives
   */
  public static byte[] record(RowCursor rows, byte[] key, Keep keep) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    bytes.writeBytes(MAGIC);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      write(rows, key, keep, out);
    }
    return bytes.toByteArray();
  }

  private static void write(RowCursor rows, byte[] key, Keep keep, DataOutputStream out)
      throws IOException {
    TapeOut tape = new TapeOut(out, keep);
    out.writeInt(key.length);
    out.write(key);
    @Nullable ReadRow row = rows.next();
    List<String> titles = rows.titles();
    tape.texts(titles.stream().map(keep::words).toList());
    for (; row != null; row = rows.next()) {
      @Nullable ReadRow kept = keep.row(row);
      if (kept != null) {
        tape.row(kept);
      }
    }
    tape.mark(END);
    reading(rows.finish(), tape);
  }

  private static void reading(FileReading reading, TapeOut tape) throws IOException {
    tape.list(reading.sheets(), tape::sheet);
    if (reading instanceof FileReading.Read read) {
      tape.mark('R');
      tape.text(read.list().code());
      tape.text(read.profile());
    } else if (reading instanceof FileReading.Returned returned) {
      tape.mark('C');
      tape.slip(returned.slip());
      tape.text(returned.list().code());
      tape.text(returned.profile());
    } else if (reading instanceof FileReading.Answers answers) {
      tape.mark('A');
      tape.list(answers.slip().stream().toList(), tape::slip);
    } else {
      FileReading.Refused refused = (FileReading.Refused) reading;
      tape.mark('X');
      tape.texts(refused.list().map(ListKind::code).stream().toList());
      tape.list(refused.problems(), tape::problem);
    }
  }

  /** Whether {@code file} is one. */
  public static boolean is(Content file) throws IOException {
    try (InputStream in = file.open()) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  /** The key of the control totals of the file that {@code tape} stands for. */
  public static byte[] key(Content tape) throws IOException {
    try (DataInputStream in = open(tape)) {
      return in.readNBytes(in.readInt());
    }
  }

  private static DataInputStream open(Content tape) throws IOException {
    InputStream in = new BufferedInputStream(tape.open(), 1 << 16);
    in.skipNBytes(MAGIC.length);
    return new DataInputStream(new BufferedInputStream(new InflaterInputStream(in), 1 << 16));
  }

  /** The rows on {@code tape}, of the file known as {@code name}. */
  static OwnRows rows(Content tape, String name) throws IOException {
    DataInputStream in = open(tape);
    in.skipNBytes(in.readInt());
    TapeIn from = new TapeIn(in, name);
    return new Recorded(in, from, name, from.texts());
  }

  /** The headers of the sheets that were read, in their order. */
  static List<Header> headers(Content tape, String name) {
    try (OwnRows rows = rows(tape, name)) {
      while (rows.next() != null) {
        // What the sheets are stands behind their rows.
      }
      return rows.reading().sheets().stream().flatMap(sheet -> sheet.header().stream()).toList();
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    } catch (Refusal never) {
      throw new IllegalStateException("what was recorded is refused");
    }
  }

  /** The rows, from first to last. */
  private static final class Recorded implements OwnRows {

    private final DataInputStream in;
    private final TapeIn tape;
    private final String name;
    private final List<String> titles;
    private @Nullable FileReading reading;

    Recorded(DataInputStream in, TapeIn tape, String name, List<String> titles) {
      this.in = in;
      this.tape = tape;
      this.name = name;
      this.titles = titles;
    }

    @Override
    public @Nullable ReadRow next() {
      if (reading != null) {
        return null;
      }
      try {
        char kind = tape.mark();
        if (kind != END) {
          return tape.row(kind);
        }
        reading = read();
        return null;
      } catch (IOException disk) {
        throw new UncheckedIOException(disk);
      }
    }

    private FileReading read() throws IOException {
      List<SheetReading> sheets = tape.list(tape::sheet);
      return switch (tape.mark()) {
        case 'R' ->
            new FileReading.Read(
                TapeIn.list(tape.text()),
                tape.text(),
                sheets,
                titles,
                TitleHints.term(titles, name),
                TitleHints.dataDate(titles, name));
        case 'C' ->
            new FileReading.Returned(tape.slip(), TapeIn.list(tape.text()), tape.text(), sheets);
        case 'A' -> new FileReading.Answers(tape.list(tape::slip).stream().findFirst(), sheets);
        case 'X' -> {
          Optional<ListKind> list = tape.texts().stream().findFirst().map(TapeIn::list);
          yield new FileReading.Refused(list, sheets, tape.list(tape::problem));
        }
        default -> throw new IOException("a checkpoint ends in an unknown way");
      };
    }

    @Override
    public FileReading reading() {
      if (reading == null) {
        throw new IllegalStateException("not read to its end");
      }
      return reading;
    }

    @Override
    public List<String> titles() {
      return titles;
    }

    @Override
    public void close() {
      try {
        in.close();
      } catch (IOException disk) {
        throw new UncheckedIOException(disk);
      }
    }
  }
}
