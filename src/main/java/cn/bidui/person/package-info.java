/**
 * Who (人): the values that name a person, parsed once and valid forever. Text enters, {@link
 * cn.bidui.person.CitizenId}, {@link cn.bidui.person.PersonName} and their kin leave; nothing here
 * reads a file or knows a list.
 */
@NullMarked
package cn.bidui.person;

import org.jspecify.annotations.NullMarked;
