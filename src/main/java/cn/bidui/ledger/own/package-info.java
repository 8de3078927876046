/**
 * What a bureau knew before the first night (自有台账): rows of a ledger of its own enter, answers to
 * published findings leave; what cannot be matched without a guess is listed with its reason.
 */
@NullMarked
package cn.bidui.ledger.own;

import org.jspecify.annotations.NullMarked;
