/**
 * {@code bidui doctor} (体检): twenty checks of a work folder and the machine that it stands on. They
 * only look; each is a class of its own, and all stand in one list, {@link
 * cn.bidui.cli.doctor.Checks}.
 */
@NullMarked
package cn.bidui.cli.doctor;

import org.jspecify.annotations.NullMarked;
