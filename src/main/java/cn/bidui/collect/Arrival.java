package cn.bidui.collect;

import java.nio.file.Path;

/**
 * A file in the inbox that can be taken.
 *
 * @param name its name, without folders
 * @param unit the folders between inbox and file, joined with {@code /}; blank for none
 */
public record Arrival(Path path, String name, String unit, Stamp stamp) {

  /** What later runs know it by. */
  public Sighting sighting() {
    return new Sighting(name, unit, stamp.bytes(), stamp.modifiedMillis());
  }
}
