package cn.bidui.intake;

import cn.bidui.source.Content;
import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What kind of file it is, told by its bytes and never by its name. */
enum Format {
  /** A zip container: .xlsx, or something that is refused later. */
  ZIP,
  /** An OLE2 container: .xls, a workbook with a password, or something that is refused later. */
  OLE2,
  TEXT;

  private static final int SIGNATURE = 8;

  /** Where a zip file's directory ends; a copy that broke off lacks it. */
  private static final byte[] DIRECTORY_END = {'P', 'K', 5, 6};

  /** The directory's end and the longest comment after it. */
  private static final int LONGEST_TAIL = 22 + 0xFFFF;

  /** Files that are not read, by how they start. */
  private static final List<Other> OTHERS =
      List.of(
          new Other("09000400", "Excel 2.x", ProblemCode.FILE_FORMAT),
          new Other("09020600", "Excel 3.0", ProblemCode.FILE_FORMAT),
          new Other("09040600", "Excel 4.0", ProblemCode.FILE_FORMAT),
          new Other("09080", "Excel 5.0/95", ProblemCode.FILE_FORMAT),
          new Other("000100005374616e", "Access", ProblemCode.FILE_FORMAT),
          new Other("52617221", "RAR", ProblemCode.FILE_ARCHIVE),
          new Other("377abcaf", "7z", ProblemCode.FILE_ARCHIVE),
          new Other("1f8b", "gzip", ProblemCode.FILE_ARCHIVE),
          new Other("fd377a58", "xz", ProblemCode.FILE_ARCHIVE),
          new Other("25504446", "PDF", ProblemCode.FILE_NOT_A_TABLE),
          new Other("7b5c727466", "RTF", ProblemCode.FILE_NOT_A_TABLE),
          new Other("89504e47", "PNG", ProblemCode.FILE_NOT_A_TABLE),
          new Other("47494638", "GIF", ProblemCode.FILE_NOT_A_TABLE),
          new Other("ffd8ff", "JPEG", ProblemCode.FILE_NOT_A_TABLE));

  /**
   * A format that is known but not read.
   *
   * @param start its first bytes in hexadecimal
   */
  private record Other(String start, String name, ProblemCode code) {}

  static Format of(Content file) throws IOException, Refusal {
    String start = start(file);
    if (start.isEmpty()) {
      throw Refusal.of(ProblemCode.FILE_EMPTY, "0");
    }
    if (start.startsWith("504b0304") || start.startsWith("504b0506")) {
      requireWholeZip(file);
      return ZIP;
    }
    if (start.startsWith("d0cf11e0")) {
      return OLE2;
    }
    refuseOthers(start);
    return TEXT;
  }

  private static String start(Content file) throws IOException {
    try (InputStream in = file.open()) {
      return HexFormat.of().formatHex(in.readNBytes(SIGNATURE));
    }
  }

  private static void refuseOthers(String start) throws Refusal {
    for (Other other : OTHERS) {
      if (start.startsWith(other.start())) {
        throw Refusal.of(other.code(), other.name());
      }
    }
  }

  private static void requireWholeZip(Content file) throws IOException, Refusal {
    long size = file.size();
    byte[] tail;
    try (SeekableByteChannel channel = file.channel()) {
      channel.position(Math.max(0, size - LONGEST_TAIL));
      tail = Channels.newInputStream(channel).readAllBytes();
    }
    for (int i = tail.length - DIRECTORY_END.length; i >= 0; i--) {
      if (Arrays.equals(
          tail, i, i + DIRECTORY_END.length, DIRECTORY_END, 0, DIRECTORY_END.length)) {
        return;
      }
    }
    throw Refusal.of(ProblemCode.FILE_INCOMPLETE, "ZIP");
  }
}
