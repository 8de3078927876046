package cn.bidui.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a file that is only read (内容), wherever and however they are kept. It can be opened
 * any number of times, by any number of threads at once.
 */
public interface Content {

  /** How many bytes there are. */
  long size() throws IOException;

  /** All bytes from front to back; whoever opens the stream closes it. */
  InputStream open() throws IOException;

  /** The bytes at any place; whoever opens the channel closes it, and it cannot be written to. */
  SeekableByteChannel channel() throws IOException;

  /** All bytes at once: for what is known to be small enough. */
  default byte[] bytes() throws IOException {
    try (InputStream in = open()) {
      return in.readAllBytes();
    }
  }

  /** The content of {@code file} as it lies on the disk. */
  static Content of(Path file) {
    return new Lying(file);
  }

  /**
   * The keeper of the bytes does not give them back as they were: a failure of the machine, never
   * of whoever wrote the file. The message names no content.
   */
  class Unreadable extends IOException {

    protected Unreadable(String reason) {
      super(reason);
    }
  }

  /** A plain file. */
  record Lying(Path file) implements Content {

    @Override
    public long size() throws IOException {
      return Files.size(file);
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }

    @Override
    public SeekableByteChannel channel() throws IOException {
      return Files.newByteChannel(file);
    }
  }
}
