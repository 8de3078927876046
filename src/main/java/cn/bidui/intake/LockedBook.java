package cn.bidui.intake;

import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;

/**
 * A workbook under the password that Excel tries by itself, which offices put on a workbook when
 * they only mean to protect its structure. Any other password is its owner's to remove.
 *
 * @param unlocked the workbook without it, gone when the book is closed or the process ends
 */
record LockedBook(Book book, NamelessFile unlocked) implements Book {

  /** A lock turns no more often (MS-OFFCRYPTO 2.3.4.10, spinCount). */
  private static final int MOST_TURNS = 10_000_000;

  private static final int PIECE = 1 << 16;

  static Book open(DirectoryNode container, IntakeLimits limits, Patience patience)
      throws IOException, Refusal {
    NamelessFile unlocked = NamelessFile.empty();
    boolean read = false;
    try {
      unlock(container, unlocked, limits.fileBytes().value(), patience);
      if (Format.of(unlocked) != Format.ZIP) {
        throw Refusal.of(ProblemCode.FILE_FORMAT, "OLE2");
      }
      Book book = new LockedBook(XlsxBook.open(unlocked, limits, patience), unlocked);
      read = true;
      return book;
    } finally {
      if (!read) {
        unlocked.close();
      }
    }
  }

  private static void unlock(
      DirectoryNode container, NamelessFile into, long most, Patience patience)
      throws IOException, Refusal {
    try {
      EncryptionInfo lock = new EncryptionInfo(container.getFileSystem());
      if (lock.getVerifier().getSpinCount() > MOST_TURNS) {
        throw Refusal.of(ProblemCode.FILE_DAMAGED, "");
      }
      Decryptor decryptor = lock.getDecryptor();
      if (!decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
        throw Refusal.of(ProblemCode.FILE_PASSWORD, "");
      }
      try (InputStream workbook = decryptor.getDataStream(container.getFileSystem())) {
        copy(workbook, into, most, patience);
      }
    } catch (GeneralSecurityException | EncryptedDocumentException otherLock) {
      throw Refusal.of(ProblemCode.FILE_PASSWORD, "");
    }
  }

  /** What is locked is no larger than its container, unless the size that it states is damaged. */
  private static void copy(InputStream workbook, NamelessFile into, long most, Patience patience)
      throws IOException, Refusal {
    byte[] piece = new byte[PIECE];
    long copied = 0;
    for (int read = workbook.read(piece); read >= 0; read = workbook.read(piece)) {
      patience.check();
      copied += read;
      if (copied > most) {
        throw Refusal.of(ProblemCode.FILE_DAMAGED, "");
      }
      into.append(piece, read);
    }
  }

  @Override
  public List<SheetName> sheets() {
    return book.sheets();
  }

  @Override
  public RawSheet open(int index) throws Refusal {
    return book.open(index);
  }

  @Override
  public boolean gapsAreBlank() {
    return book.gapsAreBlank();
  }

  @Override
  public void close() {
    book.close();
    unlocked.close();
  }
}
