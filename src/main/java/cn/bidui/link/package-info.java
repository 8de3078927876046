/**
 * Who is the same person (比对): the lists of a night enter as columns, every row leaves as linked,
 * undecided or unlinked with the evidence for it, and persons get keys that stay with them.
 */
@NullMarked
package cn.bidui.link;

import org.jspecify.annotations.NullMarked;
