package cn.bidui.ledger;

import cn.bidui.source.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** What was sealed into a kept file; every byte is proven before it is given out. */
final class SealedContent implements Content {

  private final Path file;
  private final String sha256;
  private final String id;
  private final byte[] key;

  SealedContent(Path file, String sha256, String id, byte[] key) {
    this.file = file;
    this.sha256 = sha256;
    this.id = id;
    this.key = key.clone();
  }

  @Override
  public long size() throws IOException {
    return size(Files.size(file));
  }

  private long size(long sealed) throws SealedFileException {
    long size = SealedFormat.contentSize(sealed);
    if (size < 0) {
      throw SealedFileException.damaged(sha256);
    }
    return size;
  }

  @Override
  public InputStream open() throws IOException {
    return Channels.newInputStream(channel());
  }

  @Override
  public SeekableByteChannel channel() throws IOException {
    SeekableByteChannel sealed = Files.newByteChannel(file);
    try {
      return new SealedChannel(sealed, size(sealed.size()), sha256, id, key);
    } catch (IOException | RuntimeException failure) {
      sealed.close();
      throw failure;
    }
  }
}
