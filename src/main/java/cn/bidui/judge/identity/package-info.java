/** Rules about who a person is and what the lists say of them (身份与数据一致). */
@NullMarked
package cn.bidui.judge.identity;

import org.jspecify.annotations.NullMarked;
