/**
 * How right linking is ({@code scripts/accuracy}): invented counties with their truth enter, the
 * night's own classes link them, and tables of wrong links, recall, open questions and calibration
 * leave.
 */
@org.jspecify.annotations.NullMarked
package cn.bidui.accuracy;
