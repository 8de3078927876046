package cn.bidui.architecture.planted.link;

import cn.bidui.architecture.planted.report.Page;

/** Enters a room that comes later in the flow. */
final class PrintsPages {
  Page print() {
    return new Page();
  }
}
