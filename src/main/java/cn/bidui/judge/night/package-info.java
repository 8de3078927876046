/**
 * What rules look at: a county's night, its persons with their rows, and how a question is put
 * together.
 */
@NullMarked
package cn.bidui.judge.night;

import org.jspecify.annotations.NullMarked;
