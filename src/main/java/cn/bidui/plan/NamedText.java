package cn.bidui.plan;

/** The text of a settings file, and the name by which its mistakes are reported. */
public record NamedText(String name, String text) {}
