/**
 * Whether the record is still what was written (核验): the journal's chain, held against heads that
 * were kept elsewhere, and everything that the journal counts on. Changes nothing and needs no
 * lease.
 */
@NullMarked
package cn.bidui.ledger.audit;

import org.jspecify.annotations.NullMarked;
