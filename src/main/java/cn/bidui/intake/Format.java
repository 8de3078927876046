package cn.bidui.intake;

import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

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

  static Format of(Path file) throws IOException, Refusal {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(SIGNATURE);
    }
    String hex = HexFormat.of().formatHex(start);
    if (hex.isEmpty()) {
      throw Refusal.of(ProblemCode.FILE_EMPTY, "0");
    }
    if (hex.startsWith("504b0304") || hex.startsWith("504b0506")) {
      requireWholeZip(file);
      return ZIP;
    }
    if (hex.startsWith("d0cf11e0")) {
      return OLE2;
    }
    refuseOthers(hex);
    return TEXT;
  }

  private static void refuseOthers(String hex) throws Refusal {
    String[][] others = {
      {"09000400", "Excel 2.x"},
      {"09020600", "Excel 3.0"},
      {"09040600", "Excel 4.0"},
      {"09080", "Excel 5.0/95"},
      {"25504446", "PDF"},
      {"7b5c727466", "RTF"},
      {"52617221", "RAR"},
      {"377abcaf", "7z"},
      {"1f8b", "gzip"},
      {"89504e47", "PNG"},
      {"ffd8ff", "JPEG"}
    };
    for (String[] other : others) {
      if (hex.startsWith(other[0])) {
        throw Refusal.of(ProblemCode.FILE_FORMAT, other[1]);
      }
    }
  }

  private static void requireWholeZip(Path file) throws IOException, Refusal {
    long size = Files.size(file);
    byte[] tail;
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(Math.max(0, size - LONGEST_TAIL));
      tail = in.readAllBytes();
    }
    for (int i = tail.length - DIRECTORY_END.length; i >= 0; i--) {
      if (Arrays.equals(
          tail, i, i + DIRECTORY_END.length, DIRECTORY_END, 0, DIRECTORY_END.length)) {
        return;
      }
    }
    throw Refusal.of(ProblemCode.FILE_INCOMPLETE, "ZIP");
  }

  /** Refuses text that is markup: web pages and XML that carry the name of a workbook. */
  static void refuseMarkup(String sample) throws Refusal {
    String start =
        sample
            .substring(0, Math.min(sample.length(), 1024))
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    if (start.startsWith("<?xml")
        && start.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
      throw Refusal.of(ProblemCode.FILE_FORMAT, "XML Spreadsheet 2003");
    }
    if (start.startsWith("mime-version:")) {
      throw Refusal.of(ProblemCode.FILE_FORMAT, "MHTML");
    }
    if (start.startsWith("<")) {
      boolean page =
          start.contains("<html")
              || start.contains("<!doctype html")
              || start.contains("<table")
              || start.contains("<meta");
      throw Refusal.of(ProblemCode.FILE_FORMAT, page ? "HTML" : "XML");
    }
  }
}
