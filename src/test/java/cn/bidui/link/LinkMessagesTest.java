package cn.bidui.link;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.link.name.NameAgreement;
import cn.bidui.source.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LinkMessagesTest {

  @Test
  void everyWordOfLinkingHasItsTextInBothLanguages() {
    List<String> keys = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      if (tier != Tier.NONE) {
        keys.add("link.tier." + tier.label());
      }
    }
    for (Decision decision : Decision.values()) {
      keys.add("link.decision." + decision.code());
    }
    for (NameAgreement name : NameAgreement.values()) {
      keys.add(name.key());
    }
    for (Slip slip : Slip.values()) {
      keys.add(slip.key());
    }
    for (Evidence.Agreement agreement : Evidence.Agreement.values()) {
      keys.add(agreement.key());
    }
    assertThat(keys).allMatch(Messages.ZH::has).allMatch(Messages.EN::has);
  }

  @Test
  void bothLanguagesHaveTheSameKeys() {
    ResourceBundle chinese = ResourceBundle.getBundle("messages.link", java.util.Locale.ROOT);
    ResourceBundle english = ResourceBundle.getBundle("messages.link", java.util.Locale.ENGLISH);
    assertThat(new TreeSet<>(english.keySet())).isEqualTo(new TreeSet<>(chinese.keySet()));
    assertThat(Messages.EN.text("link.tier.4")).contains("the other's id");
  }
}
