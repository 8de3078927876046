package cn.bidui.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text for a reader that cannot be asked how long it takes: it ends in a failure once the file has
 * had its time. Whoever catches the failure asks {@link Patience#check()} for the reason.
 */
final class PatientReader extends FilterReader {

  private final Patience patience;

  PatientReader(Reader text, Patience patience) {
    super(text);
    this.patience = patience;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    try {
      patience.check();
    } catch (Refusal over) {
      throw new IOException("too slow", over);
    }
    return in.read(into, from, length);
  }
}
