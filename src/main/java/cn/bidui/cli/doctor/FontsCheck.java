package cn.bidui.cli.doctor;

import java.util.List;

/** Whether a font of this machine draws the rare characters of names. */
final class FontsCheck implements Check {

  /** From the first extension to the fifth of CJK ideographs; all stand in names. */
  private static final List<Integer> RARE = List.of(0x36C3, 0x4DAE, 0x20164, 0x2B5AF, 0x2C029);

  /** One that every Chinese font has. */
  private static final int COMMON = 0x5B66;

  @Override
  public String code() {
    return "fonts";
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING;
  }

  @Override
  public Looked look(Premises premises) {
    Pen pen = premises.machine().pen();
    if (!pen.draws(COMMON)) {
      return new Looked().warn("none");
    }
    List<String> missing =
        RARE.stream().filter(character -> !pen.draws(character)).map(Character::toString).toList();
    return missing.isEmpty()
        ? new Looked().ok("fine", RARE.stream().map(Character::toString).toList())
        : new Looked().warn("some", missing);
  }
}
