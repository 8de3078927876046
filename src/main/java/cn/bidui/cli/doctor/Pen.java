package cn.bidui.cli.doctor;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Draws a character. */
@FunctionalInterface
interface Pen {

  int SIZE = 24;

  /** The fonts of this machine, without a screen. */
  Pen REAL = Pen::drawn;

  /** Whether {@code character} can be drawn: a font has it, and something is on the paper. */
  boolean draws(int character);

  private static boolean drawn(int character) {
    System.setProperty("java.awt.headless", "true");
    Font font = new Font(Font.DIALOG, Font.PLAIN, SIZE);
    if (!font.canDisplay(character)) {
      return false;
    }
    BufferedImage paper = new BufferedImage(2 * SIZE, 2 * SIZE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = paper.createGraphics();
    pen.setColor(Color.WHITE);
    pen.setFont(font);
    pen.drawString(Character.toString(character), SIZE / 2, SIZE + SIZE / 2);
    pen.dispose();
    return inked(paper);
  }

  private static boolean inked(BufferedImage paper) {
    for (int y = 0; y < paper.getHeight(); y++) {
      for (int x = 0; x < paper.getWidth(); x++) {
        if (paper.getRaster().getSample(x, y, 0) > 0) {
          return true;
        }
      }
    }
    return false;
  }
}
