package cn.bidui.report;

import cn.bidui.link.Decision;
import cn.bidui.link.IdentityNote;
import cn.bidui.link.LinkResult;
import cn.bidui.link.Tier;
import cn.bidui.link.Undecided;
import cn.bidui.source.ListKind;
import java.util.List;

/** Three persons: 安安 (roll twice, aid), 白博 (roll, aid: undecided), 乔乔 (households). */
class LinkedPersons implements LinkResult {

  @Override
  public int persons() {
    return 3;
  }

  @Override
  public int again() {
    return 5;
  }

  @Override
  public int person(ListKind list, int row) {
    return switch (list) {
      case ROLL -> row == 1 ? 1 : 0;
      case AID -> row;
      default -> 2;
    };
  }

  @Override
  public int[] rows(ListKind list, int person) {
    return switch (list) {
      case ROLL -> person == 0 ? new int[] {0, 2} : person == 1 ? new int[] {1} : new int[0];
      case AID -> person < 2 ? new int[] {person} : new int[0];
      default -> person == 2 ? new int[] {0} : new int[0];
    };
  }

  @Override
  public Decision decision(ListKind list, int row) {
    return switch (person(list, row)) {
      case 0 -> Decision.LINKED;
      case 1 -> Decision.UNDECIDED;
      default -> Decision.UNLINKED;
    };
  }

  @Override
  public Tier tier(ListKind list, int row) {
    return switch (person(list, row)) {
      case 0 -> Tier.ID_AND_SIMILAR_NAME;
      case 1 -> Tier.NEARLY_REPAIRED_ID;
      default -> Tier.NONE;
    };
  }

  @Override
  public int weight(ListKind list, int row) {
    return switch (person(list, row)) {
      case 0 -> 3205;
      case 1 -> -7;
      default -> 0;
    };
  }

  @Override
  public List<Undecided> undecided() {
    return List.of(
        new Undecided(
            ListKind.ROLL, 1, ListKind.AID, 1, Tier.NEARLY_REPAIRED_ID, 1850, "link.test-only"));
  }

  @Override
  public List<IdentityNote> notes() {
    return List.of();
  }

  @Override
  public List<String> oversizedBlocks() {
    return List.of("name+birth: 1");
  }
}
