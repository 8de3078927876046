package cn.bidui.link;

import java.util.List;

/** Something that the journal must hold before tonight's person keys take effect. */
public sealed interface KeyChange {

  /** {@code key} is new, or known and has further handles. */
  record Known(PersonKey key, List<String> handles) implements KeyChange {
    public Known {
      handles = List.copyOf(handles);
    }
  }

  /** Two keys turned out to be one person: the older is kept. */
  record Merged(PersonKey kept, PersonKey alias) implements KeyChange {}
}
