package cn.bidui.link;

import cn.bidui.link.name.NameAgreement;

/** Compares the names of rows. */
final class Names {

  private Names() {}

  /** How the names of two rows stand to each other, their former names included. */
  static NameAgreement compare(Columns columns, int a, int b) {
    int left = columns.name[a];
    int right = columns.name[b];
    if (left == 0 || right == 0) {
      return NameAgreement.DIFFERENT;
    }
    if (left == right) {
      return NameAgreement.EQUAL;
    }
    if (columns.formerName[a] == right || columns.formerName[b] == left) {
      return NameAgreement.FORMER;
    }
    return columns.names(left, right);
  }
}
