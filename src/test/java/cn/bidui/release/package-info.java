/**
 * What a release is made of ({@code scripts/release}): the program's folder as a zip and as a
 * Debian package, with the list of its libraries and with checksums. The same commit gives the same
 * bytes: order, times, owners and rights come from here, never from the disk.
 */
@NullMarked
package cn.bidui.release;

import org.jspecify.annotations.NullMarked;
