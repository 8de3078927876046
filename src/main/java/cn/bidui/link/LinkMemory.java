package cn.bidui.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;

/**
 * What an earlier night decided, by components of rows that had a say in each other (比对记忆): a
 * component that stands on tonight's lists as it stood then needs no second look. Holds no name and
 * no id; may be forgotten at any time.
 */
public final class LinkMemory {

  private final String basis;
  private final Set<String> handles;
  private final Remembered components;

  LinkMemory(String basis, Set<String> handles, Remembered components) {
    this.basis = basis;
    this.handles = Set.copyOf(handles);
    this.components = components;
  }

  /** Nothing is remembered. */
  public static LinkMemory none() {
    return new LinkMemory("", Set.of(), Remembered.none());
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

  /** The rulings' handles that were looked for: no remembered row is named by one of them. */
  Set<String> handles() {
    return handles;
  }

  Remembered components() {
    return components;
  }
}
