package cn.bidui.cli.doctor;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Something that several checks look at: the first to ask finds out, the others wait for it. */
final class Once<T> {

  private final FutureTask<T> task;

  Once(Callable<T> finding) {
    this.task = new FutureTask<>(finding);
  }

  T get() throws Exception {
    task.run();
    try {
      return task.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
  }
}
