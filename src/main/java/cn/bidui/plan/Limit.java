package cn.bidui.plan;

/**
 * A number that decides something: its value, its unit, why it is so and where it comes from. Every
 * threshold stands in a job file in this form.
 *
 * @param unit {@code days}, {@code percent}, {@code rows} …
 * @param why one sentence
 * @param source document and article, or that it is our own ({@code 自定})
 */
public record Limit(long value, String unit, String why, String source) {}
