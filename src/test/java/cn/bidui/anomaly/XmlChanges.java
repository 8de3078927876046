package cn.bidui.anomaly;

import cn.bidui.fixture.people.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Markup with tags lost, attributes out of range and elements where none belong. */
final class XmlChanges {

  private static final Pattern TAG = Pattern.compile("<[^<>]{1,400}>");
  private static final Pattern ATTRIBUTE = Pattern.compile(" [\\w:]{1,20}=\"[^\"<]{0,200}\"");
  private static final Pattern CONTENT = Pattern.compile(">[^<>]{1,200}<");

  private static final List<String> VALUES =
      List.of(
          "",
          "0",
          "-1",
          "1",
          "2147483647",
          "99999999999999999999",
          "XFE1",
          "A0",
          "A1048577",
          "ZZZZZZZZ9999999",
          "A1:XFD1048576",
          "s",
          "str",
          "inlineStr",
          "e",
          "b",
          "d",
          "n",
          "zzz",
          "1E400",
          "true",
          "../../../etc/hostname",
          "http://invalid.invalid/x");

  private static final List<String> CONTENTS =
      List.of(
          "",
          "NaN",
          "-1",
          "1E400",
          "1e-400",
          "9".repeat(400),
          "-999999999",
          "2958466",
          "&#0;",
          "&#x10FFFF;",
          "&lt;",
          "&nosuch;",
          "\u0001",
          "\uFFFF",
          "_x0000_",
          "_xD83D_",
          "#REF!",
          "=cmd|' /C calc'!A0",
          "字".repeat(40_000));

  private static final List<String> PIECES =
      List.of(
          "<!DOCTYPE a [<!ENTITY b \"c\">]>",
          "<!-- 注释 -->",
          "<?xml version=\"1.0\"?>",
          "<![CDATA[<c>]]>",
          "<row><row><c><c><v>1</v></c></c></row></row>",
          "<c r=\"A1\" t=\"s\"><v>4294967296</v></c>",
          "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>",
          "<row r=\"1048576\"/>",
          "<is><r><t>一</t></r><rPh><t>二</t></is>",
          "<td colspan=\"99999\" rowspan=\"99999\">一</td>",
          "<Cell ss:Index=\"999999\" ss:MergeAcross=\"999999\"><Data ss:Type=\"Number\">x</Data></Cell>",
          "<Row ss:Index=\"1\"/>",
          "<table><tr><td><table>".repeat(200),
          "<a>".repeat(3000));

  private XmlChanges() {}

  static String apply(String xml, Chance chance, List<String> changes) {
    int kind = chance.below(8);
    changes.add("markup: kind " + kind);
    return switch (kind) {
      case 0 -> replaced(xml, TAG, "", chance);
      case 1 -> replaced(xml, TAG, null, chance);
      case 2, 3 -> attribute(xml, chance);
      case 4 -> replaced(xml, CONTENT, ">" + chance.of(CONTENTS) + "<", chance);
      case 5 -> replaced(xml, ATTRIBUTE, "", chance);
      case 6 -> inserted(xml, chance);
      default -> elementLost(xml, chance);
    };
  }

  /** One match replaced; with null, written twice. */
  private static String replaced(
      String xml, Pattern pattern, @Nullable String with, Chance chance) {
    @Nullable MatchResult match = one(xml, pattern, chance);
    if (match == null) {
      return xml;
    }
    String text = with == null ? match.group() + match.group() : with;
    return xml.substring(0, match.start()) + text + xml.substring(match.end());
  }

  private static @Nullable MatchResult one(String xml, Pattern pattern, Chance chance) {
    List<MatchResult> matches = new ArrayList<>(pattern.matcher(xml).results().toList());
    return matches.isEmpty() ? null : matches.get(chance.below(matches.size()));
  }

  private static String attribute(String xml, Chance chance) {
    @Nullable MatchResult match = one(xml, ATTRIBUTE, chance);
    if (match == null) {
      return xml;
    }
    String name = match.group().substring(0, match.group().indexOf('=') + 1);
    return xml.substring(0, match.start())
        + name
        + '"'
        + chance.of(VALUES)
        + '"'
        + xml.substring(match.end());
  }

  private static String inserted(String xml, Chance chance) {
    @Nullable MatchResult match = one(xml, TAG, chance);
    int at = match == null ? 0 : chance.permille(500) ? match.start() : match.end();
    return xml.substring(0, at) + chance.of(PIECES) + xml.substring(at);
  }

  /** From one tag to another, all gone. */
  private static String elementLost(String xml, Chance chance) {
    @Nullable MatchResult one = one(xml, TAG, chance);
    @Nullable MatchResult other = one(xml, TAG, chance);
    if (one == null || other == null) {
      return xml;
    }
    int from = Math.min(one.start(), other.start());
    int to = Math.min(xml.length(), from + Math.min(2000, Math.abs(one.end() - other.end())));
    return xml.substring(0, from) + xml.substring(to);
  }
}
