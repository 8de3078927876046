package cn.bidui.report.forms;

import java.time.LocalDate;

/**
 * Whose forms they are.
 *
 * @param unit the name of the bureau; blank if the settings do not say
 * @param asOf the day whose lists they rest on
 */
public record Letterhead(String unit, LocalDate asOf) {}
