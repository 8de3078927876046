package cn.bidui.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class NightFailureTest {

  @Test
  void itNamesTheExceptionsThatLedToIt() {
    NightFailure failure =
        NightFailure.of(new IllegalStateException(new NoSuchFileException("某某.xlsx")));

    assertThat(failure.names(NoSuchFileException.class)).isTrue();
    assertThat(failure.names(IllegalStateException.class)).isTrue();
    assertThat(failure.names(IOException.class)).isFalse();
    assertThat(failure.getMessage()).doesNotContain("某某");
  }
}
