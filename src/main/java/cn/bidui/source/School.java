package cn.bidui.source;

import java.util.Set;

/**
 * A school in the registry (学校机构).
 *
 * @param code the 10-digit 学校标识码; blank if no list gave it
 * @param name the name that reports print
 * @param aliases other spellings, folded
 * @param township the township it lies in; blank if unknown
 */
public record School(String code, String name, Set<String> aliases, String township) {

  public School {
    aliases = Set.copyOf(aliases);
  }
}
