/**
 * From a staged file to raw rows (收件识别): the format is told by the bytes, the header is found and
 * mapped, the list is recognized, every row is counted. A file enters; rows and a {@link
 * cn.bidui.intake.FileReading} leave. Nothing is interpreted here: cells keep what the file stores.
 */
@NullMarked
package cn.bidui.intake;

import org.jspecify.annotations.NullMarked;
