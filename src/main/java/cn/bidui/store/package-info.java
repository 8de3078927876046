/**
 * The index (库): the rows of read files in a database, H2 in the work folder or PostgreSQL, by
 * plain SQL that runs on both. Implements the ports that the stages declare. Whatever is here can
 * be made again from archive and journal.
 */
@NullMarked
package cn.bidui.store;

import org.jspecify.annotations.NullMarked;
