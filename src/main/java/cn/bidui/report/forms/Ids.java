package cn.bidui.report.forms;

import cn.bidui.person.CitizenId;

/** How ids stand on a form. */
public enum Ids {
  /** First 6 and last 4 characters. */
  MASKED {
    @Override
    String show(String id) {
      return CitizenId.mask(id);
    }
  },
  /** As the list has them: for a named person and purpose only. */
  WHOLE {
    @Override
    String show(String id) {
      return id;
    }
  };

  abstract String show(String id);
}
