package cn.bidui.report.city;

import java.nio.file.Path;

/**
 * Where a county's published night lies.
 *
 * @param name what the county is to be called; blank for the name that the night itself gives
 * @param otherwise what it is called if neither gives a name
 * @param folder a published night ({@code reports/2026-11-22}), or a work folder, whose newest
 *     night is taken
 */
public record CountyFolder(String name, String otherwise, Path folder) {}
