package cn.bidui.notify;

import cn.bidui.plan.NotifyPlan;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The channels that settings name. */
public final class Channels {

  private Channels() {}

  /** In a fixed order: the folder first, which cannot keep anybody waiting. */
  public static List<Channel> of(NotifyPlan plan, Path home, Clock clock) {
    List<Channel> channels = new ArrayList<>();
    if (!plan.folder().isEmpty()) {
      channels.add(new FolderChannel(home.resolve(plan.folder())));
    }
    plan.mail().ifPresent(mail -> channels.add(new MailChannel(mail, home)));
    plan.robots().forEach(robot -> channels.add(new RobotChannel(robot, home, clock)));
    return channels;
  }
}
