package cn.bidui.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What an earlier night decided (比对记忆): lists and rulings that stand tonight as they stood then
 * need no second look. Holds no name and no id; may be forgotten at any time.
 */
public final class LinkMemory {

  private final String basis;
  private final NightPrint night;
  private final Remembered rows;

  LinkMemory(String basis, NightPrint night, Remembered rows) {
    this.basis = basis;
    this.night = night;
    this.rows = rows;
  }

  /** Nothing is remembered. */
  public static LinkMemory none() {
    return new LinkMemory("", NightPrint.NONE, Remembered.none());
  }

  /**
   * Reads what {@link #write} wrote. Anything else is nothing remembered: a damaged memory costs
   * time, never a night.
   *
   * @throws IOException if {@code in} cannot be read
   */
  public static LinkMemory read(InputStream in) throws IOException {
    LinkMemory read = MemoryForm.read(in);
    return read == null ? none() : read;
  }

  /**
   * Writes it; the same memory gives the same bytes.
   *
   * @throws IOException if {@code out} cannot be written
   */
  public void write(OutputStream out) throws IOException {
    MemoryForm.write(this, out);
  }

  /** What everything remembered rests on. */
  String basis() {
    return basis;
  }

  /** The night that is remembered. */
  NightPrint night() {
    return night;
  }

  Remembered rows() {
    return rows;
  }
}
