package cn.bidui.collect;

/** A file that an earlier run left waiting, as it was then. */
public record Sighting(String name, String unit, long bytes, long modifiedMillis) {}
