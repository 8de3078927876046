package cn.bidui.source;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What may be the name of a folder on Linux, Windows and shares alike (文件夹名): a work folder moves
 * from one to the other.
 */
public final class FolderName {

  private static final int LONGEST = 60;

  private static final Pattern NOT_IN_ONE =
      Pattern.compile("[/\\\\:*?\"<>|]|^[. ]|[. ]$|^~\\$|\\p{Cntrl}");

  /** Windows takes them for devices, with any ending and with blanks before it. */
  private static final Pattern DEVICE =
      Pattern.compile("\\s*(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9¹²³])\\s*(\\..*)?");

  private FolderName() {}

  /** Whether every system takes {@code name}, of 60 characters at most. */
  public static boolean fits(String name) {
    return !name.isBlank()
        && name.length() <= LONGEST
        && !NOT_IN_ONE.matcher(name).find()
        && !isDevice(name);
  }

  /** Whether it would be a device of Windows: {@code CON}, {@code nul.txt}, {@code COM1}. */
  public static boolean isDevice(String name) {
    return DEVICE.matcher(name.toUpperCase(Locale.ROOT)).matches();
  }
}
