package cn.bidui.cli;

import java.util.List;

/**
 * What a bureau says of itself when its work folder is made.
 *
 * @param unit its name, as answers and forms print it; blank if it is to be filled in later
 * @param submitters units that get a sub-folder of the inbox
 */
record Wishes(String unit, List<String> submitters) {

  /** Nothing different from the template. */
  static final Wishes NONE = new Wishes("", List.of());

  Wishes {
    submitters = List.copyOf(submitters);
  }
}
