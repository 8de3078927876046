package cn.bidui.judge.zero;

import cn.bidui.judge.night.Night;
import cn.bidui.link.LinkResult;
import cn.bidui.normalize.RecordTable;
import cn.bidui.source.Field;
import cn.bidui.source.ListKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which pupils have which account, in the aid list and the payment list. */
final class AccountUse {

  private final Night night;

  /** The first pupil of each account; the others are few. */
  private final Map<String, Integer> first = new HashMap<>();

  private final SortedMap<String, Set<Integer>> shared = new TreeMap<>();

  private AccountUse(Night night) {
    this.night = night;
    List.of(ListKind.AID, ListKind.PAYMENTS).forEach(this::read);
  }

  static AccountUse of(Night night) {
    return new AccountUse(night);
  }

  /** How many accounts there are. */
  int accounts() {
    return first.size();
  }

  /** The accounts of several persons, each with their numbers. */
  SortedMap<String, Set<Integer>> shared() {
    return shared;
  }

  private void read(ListKind list) {
    @Nullable RecordTable table = night.county().tables().get(list);
    for (int row = 0; table != null && row < table.size(); row++) {
      if (table.code(Field.ACCOUNT, row) != 0) {
        int person = night.county().links().person(list, row);
        Accounts.read(table.text(Field.ACCOUNT, row)).ifPresent(account -> add(account, person));
      }
    }
  }

  /** A payment list may name the account holder instead of the child: that is no pupil. */
  private boolean pupil(int person) {
    LinkResult links = night.county().links();
    return links.rows(ListKind.AID, person).length > 0
        || links.rows(ListKind.ROLL, person).length > 0;
  }

  private void add(String account, int person) {
    @Nullable Integer before = first.get(account);
    if (before == null && pupil(person)) {
      first.put(account, person);
    } else if (before != null && before != person && pupil(person)) {
      Set<Integer> persons = shared.computeIfAbsent(account, key -> new TreeSet<>());
      persons.add(before);
      persons.add(person);
    }
  }
}
