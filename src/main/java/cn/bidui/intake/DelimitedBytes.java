package cn.bidui.intake;

import cn.bidui.intake.Table.Cells;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.stream.IntStream;

/**
 * Records of delimited text (RFC 4180, blanks around cells allowed), found in the bytes of a file
 * without making text of them. Line breaks and delimiters are looked for eight bytes at a time,
 * which is twice as fast as one by one; see docs/decisions.md.
 */
final class DelimitedBytes {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final long BREAKS = ONES * '\n';

  /** What is left of a byte if it does not matter whether it is a line break or a quote. */
  private static final long ALIKE = ~(ONES * ('\n' ^ '"'));

  private static final long BREAKS_OR_QUOTES = ALIKE & BREAKS;

  /** What is read at a time; less than a processor keeps near, for it is copied on the way. */
  private static final int BLOCK = 1 << 17;

  /** Behind what was read: a line break that ends every search, and room to look beyond it. */
  private static final int SLACK = 1 + Long.BYTES;

  private static final int LEAST_WIDTH = 3;

  /** Instead of where a cell ends: a quote has to be looked at first. */
  private static final int QUOTED = -2;

  /** Instead of where a cell ends: not here. */
  private static final int MORE = -3;

  private final InputStream in;
  private final byte delimiter;
  private final long delimiters;
  private final int width;
  private final int[] fields;

  /** How many cells that nobody wants stand in a row, from this one on. */
  private final int[] unwanted;

  /** The cells that somebody wants. */
  private final int[] wanted;

  private final int longest;
  private final Cells cells;

  private byte[] buffer = new byte[BLOCK + SLACK];
  private int filled;
  private boolean ended;
  private long offset;
  private int at;
  private int lines;

  /** Of the record: where its wanted cells are, and which have doubled quotes in them. */
  private final int[] from;

  private final int[] to;
  private final boolean[] doubled;
  private int columns;
  private int breaks;
  private byte[] unquoted = new byte[256];

  DelimitedBytes(InputStream in, TableHead head, int[] fields, IntakeLimits limits, Cells cells) {
    this.in = in;
    this.delimiter = (byte) head.delimiter();
    this.delimiters = ONES * delimiter;
    this.width = head.names().size();
    this.fields = fields;
    this.longest = Math.toIntExact(Math.min(limits.recordChars().value() * 3, 1 << 28));
    this.cells = cells;
    this.from = new int[fields.length];
    this.to = new int[fields.length];
    this.doubled = new boolean[fields.length];
    this.wanted = IntStream.range(0, fields.length).filter(i -> fields[i] >= 0).toArray();
    this.unwanted = new int[fields.length + 1];
    for (int column = fields.length - 1; column >= 0; column--) {
      unwanted[column] = fields[column] < 0 ? unwanted[column + 1] + 1 : 0;
    }
  }

  /**
   * Reads the records that start before {@code end}.
   *
   * @param start how many bytes of the file stand before the stream
   * @param headerLine records up to this line are no rows
   */
  void read(long start, long end, int headerLine) throws IOException, Refusal {
    offset = start;
    buffer[0] = '\n';
    while (offset + at < end && (at < filled || more())) {
      int next = record();
      if (next >= 0) {
        give(next, headerLine);
        lines += 1 + breaks;
        at = next;
      } else if (!more()) {
        throw unclosed();
      }
    }
  }

  /** Where the next record starts. */
  long position() {
    return offset + at;
  }

  /** How many lines were read. */
  int lines() {
    return lines;
  }

  /** Reads on, keeping the record that has begun; false at the end of the file. */
  private boolean more() throws IOException, Refusal {
    if (ended) {
      return false;
    }
    int kept = filled - at;
    if (kept > longest) {
      throw unclosed();
    }
    byte[] target = kept > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
    System.arraycopy(buffer, at, target, 0, kept);
    buffer = target;
    offset += at;
    at = 0;
    int read = in.read(buffer, kept, buffer.length - SLACK - kept);
    ended = read < 0;
    filled = kept + Math.max(0, read);
    buffer[filled] = '\n';
    return !ended || filled > 0;
  }

  private static Refusal unclosed() {
    return Refusal.of(ProblemCode.FILE_UNCLOSED_QUOTE, "\"");
  }

  /** Where the next record starts; -1 if this one goes on behind what was read so far. */
  private int record() throws Refusal {
    columns = 0;
    breaks = 0;
    int next = at;
    while (columns < fields.length) {
      int passed = unwanted[columns] == 0 ? QUOTED : pass(next);
      next = passed == QUOTED ? cell(next) : passed;
      if (next < 0 || buffer[next] == '\n') {
        return end(next);
      }
      next++;
    }
    return end(rest(next));
  }

  private int end(int lineBreak) {
    if (lineBreak == filled) {
      return ended ? filled : -1;
    }
    return lineBreak < 0 ? -1 : lineBreak + 1;
  }

  /** Where the cell that starts at {@code start} ends: its delimiter or line break. */
  private int cell(int start) throws Refusal {
    byte b = buffer[start];
    int first = b > '"' || b < 0 ? start : skipBlanks(start);
    int column = columns++;
    doubled[column] = false;
    if (buffer[first] == '"') {
      return quoted(first, column);
    }
    int last = find(first, delimiters);
    bounds(column, first, last);
    return last;
  }

  /**
   * Passes the cells that nobody wants; eight bytes without a line break or a quote are passed by
   * counting their delimiters.
   *
   * @return where the last of them ends; {@link #QUOTED} if one may be in quotes, and none was
   *     passed
   */
  private int pass(int start) {
    int left = unwanted[columns];
    for (int at = start; ; at += Long.BYTES) {
      long word = (long) WORDS.get(buffer, at);
      long ends = allZeros(word ^ delimiters);
      long others = breaksOrQuotes(word);
      int count = (int) (((ends >>> 7) * ONES) >>> 56);
      if (others != 0 || count >= left) {
        int found = last(at, ends | others, left);
        if (found != MORE) {
          return found;
        }
        // What seemed to be a break or a quote was none.
      }
      left -= count;
    }
  }

  /** Where in a word the last of the cells ends that nobody wants; {@link #MORE} if it does not. */
  private int last(int word, long ends, int cells) {
    int left = cells;
    for (long hits = ends; hits != 0; hits &= hits - 1) {
      int found = word + lowest(hits);
      byte b = buffer[found];
      left -= b == delimiter || b == '\n' ? 1 : 0;
      if (b == '"') {
        return QUOTED;
      }
      if (b == '\n' || left == 0) {
        columns += unwanted[columns] - left;
        return found;
      }
    }
    return MORE;
  }

  private int skipBlanks(int start) {
    int first = start;
    while (buffer[first] <= ' '
        && buffer[first] >= 0
        && buffer[first] != '\n'
        && buffer[first] != delimiter) {
      first++;
    }
    return first;
  }

  private void bounds(int column, int first, int behind) {
    int last = behind;
    while (last > first && buffer[last - 1] <= ' ' && buffer[last - 1] >= 0) {
      last--;
    }
    from[column] = first;
    to[column] = last;
  }

  /** The next line break or byte of {@code pattern}; the break behind what was read at the last. */
  private int find(int start, long pattern) {
    int found = start;
    while (true) {
      long word = (long) WORDS.get(buffer, found);
      long hits = zeros(word ^ pattern) | zeros(word ^ BREAKS);
      if (hits != 0) {
        return found + lowest(hits);
      }
      found += Long.BYTES;
    }
  }

  /** The next line break or quote, or a byte that only looks like one. */
  private int breakOrQuote(int start) {
    int found = start;
    while (true) {
      long hits = breaksOrQuotes((long) WORDS.get(buffer, found));
      if (hits != 0) {
        return found + lowest(hits);
      }
      found += Long.BYTES;
    }
  }

  /** The top bit of the lowest byte that is zero; bits above it mean nothing. */
  private static long zeros(long word) {
    return (word - ONES) & ~word & TOPS;
  }

  /** The top bits of the line breaks and quotes, and of a few other bytes that look like them. */
  private static long breaksOrQuotes(long word) {
    return zeros((word & ALIKE) ^ BREAKS_OR_QUOTES);
  }

  /** The top bits of all bytes that are zero. */
  private static long allZeros(long word) {
    return ~(((word & ~TOPS) + ~TOPS) | word | ~TOPS);
  }

  /**
   * The position of the lowest byte of which the top bit is set; a process that ends within seconds
   * never compiles the count of zeros to an instruction.
   */
  private static int lowest(long tops) {
    return (int) ((((tops - 1) & ~tops & ONES) * ONES) >>> 56) - 1;
  }

  /** A cell in quotes; one with anything behind its closing quote is taken as it stands. */
  private int quoted(int quote, int column) throws Refusal {
    int closing = closing(quote, column);
    if (closing < 0) {
      return -1;
    }
    int behind = skipBlanks(closing + 1);
    if (buffer[behind] == delimiter || buffer[behind] == '\n') {
      if (column < from.length) {
        bounds(column, quote + 1, closing);
      }
      return behind;
    }
    int last = find(behind, delimiters);
    if (column < from.length) {
      doubled[column] = false;
      bounds(column, quote, last);
    }
    return last;
  }

  /** The closing quote; -1 if it has not been read yet. */
  private int closing(int quote, int column) throws Refusal {
    int within = 0;
    int separators = 0;
    for (int i = quote + 1; i < filled; i++) {
      byte b = buffer[i];
      if (b == '\n') {
        within++;
      } else if (b == delimiter) {
        separators++;
      } else if (b == '"' && buffer[i + 1] == '"' && i + 1 < filled) {
        i++;
        if (column < doubled.length) {
          doubled[column] = true;
        }
      } else if (b == '"') {
        if (i + 1 == filled && !ended) {
          return -1;
        }
        refuseSwallowed(within, separators);
        breaks += within;
        return i;
      }
    }
    return -1;
  }

  /** A quote that was left open, closed by the next one some records later. */
  private void refuseSwallowed(int within, int separators) throws Refusal {
    if (width >= LEAST_WIDTH && within > 0 && separators >= within * (width - 1)) {
      throw unclosed();
    }
  }

  /** The line break that ends the record; only quoted cells have to be told from others. */
  private int rest(int start) throws Refusal {
    int next = start;
    int cellStart = skipBlanks(start);
    while (true) {
      int found = breakOrQuote(next);
      if (buffer[found] == '\n') {
        return found;
      }
      if (buffer[found] == '"' && (found == cellStart || opens(found))) {
        int behind = quoted(found, Integer.MAX_VALUE);
        if (behind < 0 || buffer[behind] == '\n') {
          return behind;
        }
        next = behind;
      } else {
        next = found + 1;
      }
    }
  }

  private boolean opens(int quote) {
    int before = quote - 1;
    while (before >= at && buffer[before] == ' ') {
      before--;
    }
    return before >= at && buffer[before] == delimiter;
  }

  private void give(int next, int headerLine) {
    if (lines < headerLine) {
      return;
    }
    boolean empty = true;
    for (int column : wanted) {
      if (column < columns && from[column] < to[column]) {
        empty = false;
        give(column);
      }
    }
    if (!empty || something(next)) {
      cells.row(lines + 1);
    }
  }

  private void give(int column) {
    if (!doubled[column]) {
      cells.cell(fields[column], buffer, from[column], to[column]);
      return;
    }
    if (unquoted.length < to[column] - from[column]) {
      unquoted = new byte[to[column] - from[column]];
    }
    int length = 0;
    for (int i = from[column]; i < to[column]; i++) {
      unquoted[length++] = buffer[i];
      i += buffer[i] == '"' ? 1 : 0;
    }
    cells.cell(fields[column], unquoted, 0, length);
  }

  /** Whether a record without wanted cells has anything else in it. */
  private boolean something(int next) {
    for (int i = at; i < next; i++) {
      byte b = buffer[i];
      if (b != delimiter && b != '"' && (b > ' ' || b < 0)) {
        return true;
      }
    }
    return false;
  }
}
