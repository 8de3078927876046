package cn.bidui.judge.evidence;

import cn.bidui.link.HandleHash;
import cn.bidui.link.NightKeys;
import cn.bidui.link.PersonKey;

/** The keys that persons had that night. */
final class KeptKeys implements NightKeys {

  private final KeptNight night;
  private final HandleHash hash;

  KeptKeys(KeptNight night, HandleHash hash) {
    this.night = night;
    this.hash = hash;
  }

  @Override
  public PersonKey key(int person) {
    return night.keys().get(person);
  }

  @Override
  public int person(PersonKey key) {
    return night.persons().getOrDefault(key, -1);
  }

  @Override
  public String handle(String kind, String text) {
    return hash.hash(kind + ":" + text);
  }
}
