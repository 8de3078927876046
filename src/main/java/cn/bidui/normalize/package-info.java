/**
 * What a row says (规范化): a raw row enters, a typed record of its list or the row's problems leave;
 * the records of one list together are columns, not objects. Also the registry of schools, which
 * the roll seeds.
 */
@NullMarked
package cn.bidui.normalize;

import org.jspecify.annotations.NullMarked;
