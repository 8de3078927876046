package cn.bidui.plan;

/** A row and where in its file it stands. */
record PlacedRow(AidPolicy row, Yaml place) {}
