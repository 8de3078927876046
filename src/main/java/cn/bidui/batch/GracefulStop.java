package cn.bidui.batch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.SmartLifecycle;

/**
 * SIGTERM stops at the next chunk border. Without it a stopped process leaves its execution as
 * running, as bad as a kill.
 *
 * <p>The last phase of the life cycle: it comes down before the pool is closed.
 */
final class GracefulStop implements JobExecutionListener, SmartLifecycle {

  private static final long PATIENCE_SECONDS = 25;

  private final Map<JobExecution, CountDownLatch> live = new ConcurrentHashMap<>();
  private volatile boolean running;

  @Override
  public void beforeJob(JobExecution execution) {
    live.put(execution, new CountDownLatch(1));
  }

  @Override
  public void afterJob(JobExecution execution) {
    CountDownLatch done = live.remove(execution);
    if (done != null) {
      done.countDown();
    }
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    live.forEach(
        (execution, done) -> {
          execution.getStepExecutions().forEach(StepExecution::setTerminateOnly);
          try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
              org.slf4j.LoggerFactory.getLogger(GracefulStop.class)
                  .warn("the night did not stop within {} s", PATIENCE_SECONDS);
            }
          } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
          }
        });
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
