package cn.bidui.collect;

import cn.bidui.source.SourceFile;

/** A file of which a copy is kept; the original still lies in the inbox. */
public record Taken(Arrival arrival, SourceFile file) {}
