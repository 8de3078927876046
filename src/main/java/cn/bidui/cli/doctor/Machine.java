package cn.bidui.cli.doctor;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/**
 * The machine as Java sees it.
 *
 * @param feature the feature number of Java: 17
 * @param javaText with maker, for people
 * @param heapBytes how much memory the program may take
 * @param fileNames the charset of file names
 * @param text the charset of text where none is named
 * @param zone where its clock stands
 * @param user who runs the program
 * @param pen what it draws characters with
 */
record Machine(
    int feature,
    String javaText,
    long heapBytes,
    Charset fileNames,
    Charset text,
    ZoneId zone,
    String user,
    Disks disks,
    Pen pen) {

  static Machine here() {
    return new Machine(
        Runtime.version().feature(),
        Runtime.version() + " (" + System.getProperty("java.vendor", "") + ")",
        Runtime.getRuntime().maxMemory(),
        fileNameCharset(),
        Charset.defaultCharset(),
        ZoneId.systemDefault(),
        System.getProperty("user.name", ""),
        Disks.REAL,
        Pen.REAL);
  }

  private static Charset fileNameCharset() {
    // Windows takes any name; elsewhere Java has it from the locale.
    boolean windows = java.io.File.separatorChar == '\\';
    String named = System.getProperty("sun.jnu.encoding", "");
    return windows || !Charset.isSupported(named) ? StandardCharsets.UTF_8 : Charset.forName(named);
  }
}
