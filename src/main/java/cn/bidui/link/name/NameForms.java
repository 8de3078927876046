package cn.bidui.link.name;

import java.util.Arrays;

/**
 * Names as they are compared, one after the other in one array: for each its number of tokens, its
 * dots, and for each token the token, its plainest variant and the set of its readings at its
 * place.
 */
final class NameForms {

  /** A name of more tokens is no Han name, and its first character no surname. */
  private static final int LONGEST_HAN = 4;

  private static final int HEADER = 2;
  private static final int WIDTH = 3;

  private final CharacterTable table = CharacterTable.get();
  private final Spelling spelling = new Spelling();
  private int[] pool;
  private int end;

  NameForms(int capacity) {
    pool = new int[capacity];
  }

  /** Takes a folded name up, and returns where it stands. */
  int add(String folded) {
    spelling.read(folded);
    int name = end;
    int length = spelling.length();
    end += HEADER + WIDTH * length;
    if (end > pool.length) {
      pool = Arrays.copyOf(pool, Math.max(end, 2 * pool.length));
    }
    pool[name] = length;
    pool[name + 1] = spelling.dots();
    for (int i = 0; i < length; i++) {
      fill(name + HEADER + WIDTH * i, spelling.token(i));
    }
    readSurname(name);
    return name;
  }

  /** Forgets all names. */
  void clear() {
    end = 0;
  }

  private void fill(int at, int token) {
    boolean character = Token.character(token);
    pool[at] = token;
    pool[at + 1] = character ? table.plain(token) : token;
    pool[at + 2] = character ? table.set(token) : CharacterTable.SILENT;
    if (Token.letters(token)) {
      pool[at + 2] = -Token.syllable(token);
    }
  }

  /** Han names start with a surname, which may be read as nowhere else: 单 as {@code shan}. */
  private void readSurname(int name) {
    int length = length(name);
    if (length < 2 || length > LONGEST_HAN + 1 || dots(name) != 0) {
      return;
    }
    int first = plain(name, 0);
    int second = plain(name, 1);
    if (!Token.character(first)) {
      return;
    }
    int compound = length == 2 ? -1 : table.compound(first, second);
    if (compound >= 0) {
      pool[name + HEADER + 2] = table.compoundSet(compound, 0);
      pool[name + HEADER + WIDTH + 2] = table.compoundSet(compound, 1);
    } else if (length <= LONGEST_HAN && table.surnameSet(first) != CharacterTable.SILENT) {
      pool[name + HEADER + 2] = table.surnameSet(first);
    }
  }

  int length(int name) {
    return pool[name];
  }

  int dots(int name) {
    return pool[name + 1];
  }

  int token(int name, int index) {
    return pool[name + HEADER + WIDTH * index];
  }

  int plain(int name, int index) {
    return pool[name + HEADER + WIDTH * index + 1];
  }

  /** A set of the table; of letters their syllable, negative. */
  int set(int name, int index) {
    return pool[name + HEADER + WIDTH * index + 2];
  }
}
