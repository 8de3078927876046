package cn.bidui.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NamelessFileTest {

  private NamelessFile file;

  @BeforeEach
  void write() throws IOException {
    file = NamelessFile.empty();
    byte[] bytes = "测小满 and more".getBytes(StandardCharsets.UTF_8);
    file.append(bytes, 9);
    file.append(" !".getBytes(StandardCharsets.UTF_8), 2);
  }

  @AfterEach
  void drop() {
    file.close();
    file.close();
  }

  @Test
  void isReadFromTheFrontAsOftenAsOneLikes() throws IOException {
    assertThat(file.size()).isEqualTo(11);
    for (int i = 0; i < 2; i++) {
      assertThat(new String(file.bytes(), StandardCharsets.UTF_8)).isEqualTo("测小满 !");
    }
  }

  @Test
  void isReadAtAnyPlaceAndNeverWritten() throws IOException {
    try (SeekableByteChannel channel = file.channel()) {
      ByteBuffer two = ByteBuffer.allocate(4);
      assertThat(channel.position(9).read(two)).isEqualTo(2);
      assertThat(channel.position()).isEqualTo(11);
      assertThat(channel.read(two)).isEqualTo(-1);
      assertThat(channel.size()).isEqualTo(11);
      assertThatThrownBy(() -> channel.write(two)).isInstanceOf(NonWritableChannelException.class);
      assertThatThrownBy(() -> channel.truncate(0)).isInstanceOf(NonWritableChannelException.class);
      assertThat(channel.isOpen()).isTrue();
    }
    SeekableByteChannel closed = file.channel();
    closed.close();
    assertThat(closed.isOpen()).isFalse();
    assertThatThrownBy(closed::size).isInstanceOf(ClosedChannelException.class);
    assertThat(file.size()).as("stays open").isEqualTo(11);
  }
}
