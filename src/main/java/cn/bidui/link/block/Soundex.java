package cn.bidui.link.block;

/** How an English word sounds: its first letter and the groups of three more consonants. */
final class Soundex {

  /** By letter from A: 0 parts two equal groups, 9 does not (h, w). */
  private static final String GROUPS = "01230129022455012623019202";

  private static final int LENGTH = 4;

  private Soundex() {}

  /** Four characters, filled with 0; blank if the text has no letter of the basic alphabet. */
  static String of(String text) {
    StringBuilder code = new StringBuilder(LENGTH);
    char last = '0';
    for (int i = 0; i < text.length() && code.length() < LENGTH; i++) {
      char letter = upper(text.charAt(i));
      if (letter < 'A' || letter > 'Z') {
        continue;
      }
      char group = GROUPS.charAt(letter - 'A');
      if (code.isEmpty()) {
        code.append(letter);
      } else if (group > '0' && group < '9' && group != last) {
        code.append(group);
      }
      last = group == '9' ? last : group;
    }
    return code.isEmpty() ? "" : code.append("000").substring(0, LENGTH);
  }

  private static char upper(char letter) {
    return letter >= 'a' && letter <= 'z' ? (char) (letter - 'a' + 'A') : letter;
  }
}
