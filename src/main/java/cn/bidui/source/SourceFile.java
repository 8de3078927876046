package cn.bidui.source;

/**
 * A file that was taken from the inbox.
 *
 * @param sha256 lower-case hex of its bytes: its identity and its name in the archive
 * @param name the file name as its owner knows it, without folders
 * @param unit the inbox sub-folder in which it lay ({@code 城关镇中心小学}); blank for none
 */
public record SourceFile(String sha256, String name, String unit)
    implements Comparable<SourceFile> {

  /** As it lay in the inbox: the folder of its unit, if it had one, and its name. */
  public String inboxName() {
    return unit.isEmpty() ? name : unit + "/" + name;
  }

  @Override
  public int compareTo(SourceFile other) {
    int order = unit.compareTo(other.unit);
    order = order != 0 ? order : name.compareTo(other.name);
    return order != 0 ? order : sha256.compareTo(other.sha256);
  }
}
