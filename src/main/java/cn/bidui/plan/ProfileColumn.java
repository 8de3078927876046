package cn.bidui.plan;

import cn.bidui.source.Field;
import java.util.List;
import java.util.stream.Stream;

/**
 * How one kind of list writes one field (列).
 *
 * @param required whether the list cannot be read without it
 * @param label the name under which messages speak of it, itself an accepted header
 * @param synonyms other headers that mean it, exact after folding
 * @param weak headers that mean it only where no label or synonym stands in the file
 * @param groups upper headers of a two-row header under which {@code leaves} mean it
 * @param leaves lower headers that mean it under one of {@code groups} only
 * @param evidence what its cells must look like
 * @param fillDown whether a merged cell's value stands in each of its rows
 */
public record ProfileColumn(
    Field field,
    boolean required,
    String label,
    List<String> synonyms,
    List<String> weak,
    List<String> groups,
    List<String> leaves,
    Evidence evidence,
    boolean fillDown) {

  public ProfileColumn {
    synonyms = List.copyOf(synonyms);
    weak = List.copyOf(weak);
    groups = List.copyOf(groups);
    leaves = List.copyOf(leaves);
  }

  /** What the cells of a column look like if its header tells the truth. */
  public enum Evidence {
    NONE,
    CITIZEN_ID,
    NAME,
    SEX
  }

  /** The label and all other accepted headers, in the profile's order. */
  public List<String> spellings() {
    return Stream.of(Stream.of(label), synonyms.stream(), weak.stream())
        .flatMap(names -> names)
        .distinct()
        .toList();
  }
}
