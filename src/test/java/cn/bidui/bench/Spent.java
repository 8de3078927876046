package cn.bidui.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * What this process has used. Of the heap, the most that was left after any collection since it was
 * made, above what was reachable before: garbage of the old generation counts, that of the young
 * one does not.
 */
final class Spent {

  private final long before = usedMegabytes();
  private final AtomicLong most = new AtomicLong();

  Spent() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener((event, none) -> look(event), null, null);
      }
    }
  }

  private void look(Notification event) {
    if (event.getUserData() instanceof CompositeData data) {
      long left =
          GarbageCollectionNotificationInfo.from(data)
              .getGcInfo()
              .getMemoryUsageAfterGc()
              .entrySet()
              .stream()
              .filter(pool -> pool.getKey().matches(".*(Eden|Survivor|Old|Tenured).*"))
              .mapToLong(pool -> pool.getValue().getUsed())
              .sum();
      most.accumulateAndGet(left, Math::max);
    }
  }

  /** In MB. */
  long megabytes() {
    return Math.max(0, (most.get() >> 20) - before);
  }

  /** Processor time of all threads so far, those of the compiler and the collector included. */
  static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  /** What is reachable, in MB. */
  static long usedMegabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }
}
