package cn.bidui.batch;

import cn.bidui.plan.WorkFolder;
import java.io.IOException;

/**
 * One change to a work folder that an upgrade makes. A step that was killed is done again from its
 * beginning: doing it twice is the same as doing it once.
 */
interface UpgradeStep {

  /** The format to which it belongs. */
  int format();

  /** Makes the change, under the lease. */
  void make(OpenRecord record, WorkFolder folder) throws IOException;
}
