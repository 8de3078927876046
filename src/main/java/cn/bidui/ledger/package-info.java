/**
 * What became of it (台账): findings enter night after night, and leave as new, persisting,
 * explained, resolved or reopened. The append-only, hash-chained journal and the content-addressed
 * archive are the record; everything else can be made from them again.
 */
@NullMarked
package cn.bidui.ledger;

import org.jspecify.annotations.NullMarked;
