/** What agreement and difference say, in bits: learned by counting patterns, kept as a model. */
@NullMarked
package cn.bidui.link.weigh;

import org.jspecify.annotations.NullMarked;
