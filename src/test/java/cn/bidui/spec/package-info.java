/**
 * Cases that an education officer can read ({@code src/test/resources/spec}): a county in the words
 * of the bureau's lists, and what the program has to say of it.
 */
@NullMarked
package cn.bidui.spec;

import org.jspecify.annotations.NullMarked;
