package cn.bidui.intake;

import cn.bidui.plan.Limit;

/**
 * How large a file may be, and how much of it is looked at before it is trusted.
 *
 * @param fileBytes the file as it lies in the inbox
 * @param treeBytes a web page up to this size is held in memory as a whole
 * @param biffBytes a workbook of Excel 97 to 2003 that has to be held in memory as a whole
 * @param markupBytes a web page or an XML Spreadsheet 2003
 * @param recordChars characters of one record of a text file
 * @param inflatePermille least size of a packed entry per 1,000 unpacked bytes, once it is larger
 *     than {@code graceBytes}
 * @param graceBytes unpacked entries up to here are not measured
 * @param entryBytes one unpacked entry of a workbook
 * @param entries entries of a workbook's container
 * @param textChars characters of one text inside a workbook's XML, escapes included
 * @param sheetRows rows of one sheet of a workbook
 * @param textRows rows of a text file
 * @param columns columns with content
 * @param headerRows how far down the header may stand
 * @param headerFields known fields that make a row a header
 * @param headerPercent share of known cells that makes a row with fewer fields a header
 * @param evidenceRows data rows that are looked at before the mapping is believed
 * @param evidencePercent share of them that must look like what the header says
 * @param evidenceMisses that many rows may always differ
 * @param sharedBytes memory for the texts that the cells of a workbook share
 * @param fileSeconds time for one file, inside the reader
 */
public record IntakeLimits(
    Limit fileBytes,
    Limit treeBytes,
    Limit biffBytes,
    Limit markupBytes,
    Limit recordChars,
    Limit inflatePermille,
    Limit graceBytes,
    Limit entryBytes,
    Limit entries,
    Limit textChars,
    Limit sheetRows,
    Limit textRows,
    Limit columns,
    Limit headerRows,
    Limit headerFields,
    Limit headerPercent,
    Limit evidenceRows,
    Limit evidencePercent,
    Limit evidenceMisses,
    Limit sharedBytes,
    Limit fileSeconds) {

  private static final String OWN = "own judgment";

  /** The limits that hold where no setting says otherwise. */
  public static IntakeLimits defaults() {
    return new IntakeLimits(
        new Limit(
            1L << 30,
            "bytes",
            "1,000,000 rows of 25 columns are 432 MB of CSV; twice that is no list of a county",
            OWN),
        new Limit(
            20L << 20,
            "bytes",
            "as a tree, a page takes some 9 bytes of memory for each of its own",
            "measured"),
        new Limit(
            48L << 20,
            "bytes",
            "a full sheet of 65,536 rows and 25 columns has 50 MB and takes 400 to 500 MB of memory",
            "measured"),
        new Limit(
            384L << 20,
            "bytes",
            "400,000 rows of 25 columns are 282 MB as a page and take 18 s of computing",
            "measured"),
        new Limit(
            1L << 20,
            "characters",
            "the widest known export has 180 columns; a longer record is a quotation mark left open",
            OWN),
        new Limit(
            2,
            "permille",
            "honest style parts of exports shrink to 7 permille, a bomb of 1 GiB to 1",
            "measured"),
        new Limit(10L << 20, "bytes", "honest parts that shrink most are small", "measured"),
        new Limit(
            2L << 30,
            "bytes",
            "1,048,576 rows of 25 columns unpack to 1.05 to 1.75 GB",
            "measured"),
        new Limit(2_000, "entries", "a workbook has a few dozen", OWN),
        new Limit(
            300_000,
            "characters",
            "a cell holds 32,767 characters, an escaped one is seven times as long",
            "ECMA-376 Part 1, 22.4.2.4"),
        new Limit(1_048_576, "rows", "a sheet has no more", "ECMA-376 Part 1, 18.3.1.73"),
        new Limit(5_000_000, "rows", "a prefecture's roll is smaller", OWN),
        new Limit(500, "columns", "the widest known export has 180", OWN),
        new Limit(30, "rows", "titles and instructions stand above, never a page of them", OWN),
        new Limit(3, "fields", "two words that happen to be headers also stand in prose", OWN),
        new Limit(60, "percent", "short forms have few columns, nearly all of them known", OWN),
        new Limit(200, "rows", "enough to tell a column of ids from a column of names", OWN),
        new Limit(90, "percent", "real lists have some dirt, a wrong column is all dirt", OWN),
        new Limit(2, "rows", "one mistyped id in a short list says nothing about its column", OWN),
        new Limit(
            256L << 20,
            "bytes",
            "1,048,576 rows with seven texts of their own each take 170 MB, and a run has 512",
            "measured"),
        new Limit(60, "seconds", "whoever drops a file waits for its answer about a minute", OWN));
  }
}
