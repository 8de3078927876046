package cn.bidui.person;

import cn.bidui.person.CitizenIdReading.Fault;
import cn.bidui.person.CitizenIdReading.Invalid;
import cn.bidui.person.CitizenIdReading.Missing;
import cn.bidui.person.CitizenIdReading.Origin;
import cn.bidui.person.CitizenIdReading.Valid;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How the text of an id cell becomes a reading. */
final class CitizenIdReader {

  private static final Missing MISSING = new Missing();
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?E\\+?\\d+");
  private static final Set<String> NO_NUMBER =
      Set.of("没有", "不详", "未知", "未上户", "未上户口", "无证", "无证件", "无身份证", "无身份证号");

  private CitizenIdReader() {}

  static CitizenIdReading read(String text) {
    if (text.length() == 18 && digits(text, 17)) {
      char last = text.charAt(17);
      if (last == 'X' || (last >= '0' && last <= '9')) {
        return checked(text, text, Origin.EIGHTEEN);
      }
    }
    return cleaned(clean(text));
  }

  private static CitizenIdReading cleaned(String t) {
    if (Text.isNothing(t) || NO_NUMBER.contains(t)) {
      return MISSING;
    }
    if (SCIENTIFIC.matcher(t).matches()) {
      return new Invalid(t, Fault.PRECISION_LOST);
    }
    return switch (t.length()) {
      case 15 -> fifteen(t);
      case 18 -> eighteen(t, t, Origin.EIGHTEEN);
      case 20, 22 -> disabilityCard(t);
      default -> new Invalid(t, Fault.LENGTH);
    };
  }

  /** Letters of other scripts and the multiplication sign look like the X of the check. */
  private static String clean(String text) {
    String t = Text.unwrap(Text.fold(text));
    return t.toUpperCase(Locale.ROOT).replace('Х', 'X').replace('Χ', 'X').replace('×', 'X');
  }

  private static CitizenIdReading fifteen(String t) {
    if (!digits(t, 15)) {
      return new Invalid(t, Fault.CHARACTERS);
    }
    long packed = Long.parseLong(t.substring(0, 6) + "19" + t.substring(6));
    return CitizenId.hasBirthDay(packed)
        ? new Valid(new CitizenId(packed), Origin.FIFTEEN)
        : new Invalid(t, Fault.BIRTH_DATE);
  }

  private static CitizenIdReading disabilityCard(String t) {
    char kind = t.charAt(18);
    if (kind < '1' || kind > '7') {
      return new Invalid(t, Fault.LENGTH);
    }
    return eighteen(t, t.substring(0, 18), Origin.DISABILITY_CARD);
  }

  private static CitizenIdReading eighteen(String whole, String t, Origin origin) {
    char last = t.charAt(17);
    return digits(t, 17) && (last == 'X' || (last >= '0' && last <= '9'))
        ? checked(whole, t, origin)
        : new Invalid(whole, Fault.CHARACTERS);
  }

  private static CitizenIdReading checked(String whole, String t, Origin origin) {
    long packed = Long.parseLong(t, 0, 17, 10);
    if (!CitizenId.hasBirthDay(packed)) {
      return new Invalid(whole, Fault.BIRTH_DATE);
    }
    if (CitizenId.checkCharacter(packed) == t.charAt(17)) {
      return new Valid(new CitizenId(packed), origin);
    }
    // Spreadsheets keep 15 digits of a number and fill up with zeros.
    boolean rounded = t.endsWith("000");
    return new Invalid(whole, rounded ? Fault.PRECISION_LOST : Fault.CHECK_CHARACTER);
  }

  private static boolean digits(String t, int count) {
    for (int i = 0; i < count; i++) {
      if (t.charAt(i) < '0' || t.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
