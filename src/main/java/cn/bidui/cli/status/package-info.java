/**
 * What is going on in a work folder (现状): read from the lease, the journal, the last publication
 * and the folders; nothing is changed, and nothing is waited for.
 */
@NullMarked
package cn.bidui.cli.status;

import org.jspecify.annotations.NullMarked;
