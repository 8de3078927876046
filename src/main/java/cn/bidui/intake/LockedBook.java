package cn.bidui.intake;

import cn.bidui.source.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
 * @param unlocked the workbook without it, deleted when the book is closed
 */
record LockedBook(Book book, Path unlocked) implements Book {

  static Book open(DirectoryNode container, IntakeLimits limits, Patience patience)
      throws IOException, Refusal {
    Path unlocked = Files.createTempFile("bidui-unlocked", ".xlsx");
    boolean read = false;
    try {
      unlock(container, unlocked);
      if (Format.of(unlocked) != Format.ZIP) {
        throw Refusal.of(ProblemCode.FILE_FORMAT, "OLE2");
      }
      Book book = new LockedBook(XlsxBook.open(unlocked, limits, patience), unlocked);
      read = true;
      return book;
    } finally {
      if (!read) {
        Files.deleteIfExists(unlocked);
      }
    }
  }

  /** What is locked is no larger than its container, so no limit can be passed here. */
  private static void unlock(DirectoryNode container, Path into) throws IOException, Refusal {
    try {
      Decryptor decryptor = new EncryptionInfo(container.getFileSystem()).getDecryptor();
      if (!decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
        throw Refusal.of(ProblemCode.FILE_PASSWORD, "");
      }
      try (InputStream workbook = decryptor.getDataStream(container.getFileSystem())) {
        Files.copy(workbook, into, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (GeneralSecurityException | EncryptedDocumentException otherLock) {
      throw Refusal.of(ProblemCode.FILE_PASSWORD, "");
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
    try {
      Files.deleteIfExists(unlocked);
    } catch (IOException kept) {
      // The system empties its own folder for temporary files.
      return;
    }
  }
}
