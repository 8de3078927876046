package cn.bidui.link.name;

/**
 * Several characters that stand in for one that a system lacked (生僻字): marks ({@code 王??}), its
 * parts ({@code 李日韦} for {@code 李暐}), or a description ({@code 莹加王旁}, {@code 左王右韦}).
 */
final class StandIns {

  private static final int LONGEST = 6;

  private final NameForms forms;
  private final CharacterTable table = CharacterTable.get();
  private final int add = place("加");
  private final int side = place("旁");
  private final int character = place("字");
  private final int left = place("左");
  private final int right = place("右");
  private final int above = place("上");
  private final int below = place("下");

  StandIns(NameForms forms) {
    this.forms = forms;
  }

  private int place(String text) {
    return table.plain(table.place(text.codePointAt(0)));
  }

  /** Whether {@code longer} is {@code shorter} with one character written as several. */
  boolean describe(int shorter, int longer) {
    int one = forms.length(shorter);
    int several = forms.length(longer) - one + 1;
    if (one < 2 || several > LONGEST) {
      return false;
    }
    int from = 0;
    while (from < one - 1 && forms.plain(shorter, from) == forms.plain(longer, from)) {
      from++;
    }
    return sameAfter(shorter, from + 1, longer, from + several)
        && standFor(longer, from, several, forms.token(shorter, from));
  }

  private boolean sameAfter(int shorter, int from, int longer, int at) {
    int offset = at - from;
    for (int i = from; i < forms.length(shorter); i++) {
      if (forms.plain(shorter, i) != forms.plain(longer, i + offset)) {
        return false;
      }
    }
    return true;
  }

  private boolean standFor(int name, int from, int count, int token) {
    if (!Token.character(token)) {
      return false;
    }
    return marks(name, from, count)
        || (!table.common(token)
            && (parts(name, from, count, token) || description(name, from, count)));
  }

  private boolean marks(int name, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (forms.token(name, i) != Token.WILDCARD) {
        return false;
      }
    }
    return true;
  }

  private boolean parts(int name, int from, int count, int token) {
    int first = forms.plain(name, from);
    return count == 2
        && Token.character(first)
        && table.firstPart(token) != CharacterTable.NONE
        && table.rest(token) == forms.plain(name, from + 1)
        && (table.firstPart(token) == first || table.firstPart(token) == table.form(first));
  }

  private boolean description(int name, int from, int count) {
    int first = forms.plain(name, from);
    int last = forms.plain(name, from + count - 1);
    boolean words =
        count >= 3
            && (last == side || has(name, from, count, add) || second(name, from, character));
    return words
        || (count == 4 && first == left && has(name, from, count, right))
        || (count == 4 && first == above && has(name, from, count, below));
  }

  private boolean second(int name, int from, int word) {
    return forms.plain(name, from + 1) == word;
  }

  private boolean has(int name, int from, int count, int word) {
    for (int i = from + 1; i < from + count; i++) {
      if (forms.plain(name, i) == word) {
        return true;
      }
    }
    return false;
  }
}
