package cn.bidui.link.name;

import cn.bidui.fixture.people.Chance;
import cn.bidui.fixture.people.Names;
import cn.bidui.fixture.people.Names.Generation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Prints what comparing names costs and what it is worth; the figures of {@link Looks}. */
public final class MeasureNames {

  private static final int SEED = 20260901;
  private static final int NAMES = 20_000;
  private static final int PAIRS = 1_000_000;

  /** What the eye takes for one another in names; by hand, before the limits were chosen. */
  private static final List<String> SLIPS =
      List.of(
          """
          睿容 昊吴 玥明 泽译 弘私 韵韶 彤形 芸芝 朗郎 晴睛 己已 末未 土士 戌戍 候侯
          伟玮 暐瑋 莹萤 王玉 俊峻 俊浚 渝瑜 干千 天夭 日曰 大太 析折 杨扬 栋拣 宜宣
          茜西 博搏 琪棋 淇琪 洋祥 芮内 冶治 陈阵 汪江 汤场 玲铃 秦奏 李季 瑶谣 晓哓
          晖辉 静净 嘉喜 荣菜 琳淋 婷停 清情 媛缓 怡诒 柯何 杭抗 钧钓 炜伟 楷偕 慧彗
          岚风 倩情 珊姗 雪霄 妍研 娟捐 勋勤 毅殷 贤肾 贵责 凤风 辛幸 宋宗 吕昌 卞卡
          薛薜 祁祈 余佘 管菅 汪注 冯玛 庄压 戴载
          """
              .strip()
              .split("\\s+", -1));

  private final PrintStream out;
  private final List<String> names = new ArrayList<>();

  private MeasureNames(PrintStream out) {
    this.out = out;
    Chance chance = new Chance(SEED);
    for (int i = 0; i < NAMES; i++) {
      boolean boy = chance.permille(500);
      names.add(Names.surname(chance) + Names.given(chance, boy, Generation.PUPIL));
    }
  }

  /** No arguments. */
  public static void main(String[] arguments) throws IOException {
    long start = cpu();
    CharacterTable table = CharacterTable.get();
    double load = (cpu() - start) / 1e6;
    MeasureNames measure = new MeasureNames(System.out);
    measure.line("characters in the table", table.size());
    measure.line("load time in a cold process, ms of CPU", load);
    measure.speed();
    measure.falseLikeness();
    measure.looks();
    for (int[] limits : new int[][] {{5, 3}, {4, 1}, {4, 2}, {4, 3}, {3, 1}, {3, 2}}) {
      measure.limits(limits[0], limits[1]);
    }
  }

  private void line(String what, double value) {
    out.printf(Locale.ROOT, "%-60s %,14.2f%n", what, value);
  }

  private NameComparer comparer() {
    return new NameComparer(code -> names.get(code - 1));
  }

  private void speed() {
    for (int round = 0; round < 5; round++) {
      NameComparer comparer = comparer();
      long start = cpu();
      int sum = 0;
      for (int pair = 0; pair < 4 * PAIRS; pair++) {
        sum +=
            comparer
                .compare(1 + pair % NAMES, 1 + (int) ((pair * 7919L + pair / NAMES) % NAMES))
                .ordinal();
      }
      double uncached = 4 * PAIRS / seconds(start) / 1e6;
      start = cpu();
      for (int pair = 0; pair < 40 * PAIRS; pair++) {
        sum += comparer.compare(1 + (pair & 63), 1 + (pair >> 6 & 255)).ordinal();
      }
      double cached = 40 * PAIRS / seconds(start) / 1e6;
      line("million comparisons a second, uncached (sum " + sum + ")", uncached);
      line("million comparisons a second, cached", cached);
    }
  }

  /** Of this thread: others may be at work on the machine. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double seconds(long since) {
    return (cpu() - since) / 1e9;
  }

  private void falseLikeness() {
    Chance chance = new Chance(SEED + 1);
    Map<NameAgreement, Integer> counts = new EnumMap<>(NameAgreement.class);
    for (int pair = 0; pair < PAIRS; pair++) {
      String left = names.get(chance.below(NAMES));
      String right = names.get(chance.below(NAMES));
      counts.merge(NameComparer.compare(left, right), 1, Integer::sum);
    }
    counts.forEach((level, count) -> line("of 1M random pairs of pupils: " + level, count));
  }

  private void looks() throws IOException {
    for (int first : new int[] {1, 3}) {
      int found = 0;
      int all = 0;
      for (Map.Entry<String, String> entry : similar().entrySet()) {
        int[] others = entry.getValue().codePoints().filter(MeasureNames::common).toArray();
        for (int i = 0; i < Math.min(first, others.length); i++) {
          NameAgreement level =
              NameComparer.compare("王小" + entry.getKey(), "王小" + Character.toString(others[i]));
          found += level.compareTo(NameAgreement.LOOK_ALIKE) <= 0 ? 1 : 0;
          all++;
        }
      }
      line("% of the " + first + " most similar that are alike, of " + all, 100.0 * found / all);
    }
  }

  /** One line of the table at {@link Looks}. */
  private void limits(int corners, int strokes) throws IOException {
    Looks looks = new Looks(corners, strokes);
    int slips = 0;
    for (String pair : SLIPS) {
      slips += alike(looks, pair.codePointAt(0), pair.codePointAt(1)) ? 1 : 0;
    }
    int nearest = 0;
    Map<String, String> similar = similar();
    for (Map.Entry<String, String> entry : similar.entrySet()) {
      nearest += alike(looks, entry.getKey().codePointAt(0), nearest(entry.getValue())) ? 1 : 0;
    }
    int[] given = names.stream().flatMapToInt(n -> n.substring(1).codePoints()).toArray();
    int unrelated = 0;
    Chance chance = new Chance(SEED + 2);
    for (int pair = 0; pair < PAIRS; pair++) {
      int left = given[chance.below(given.length)];
      int right = given[chance.below(given.length)];
      unrelated += left != right && alike(looks, left, right) ? 1 : 0;
    }
    out.printf(
        Locale.ROOT,
        "corners >= %d, strokes <= %d: %2d of %d slips, %4.1f %% of nearest, %.2f %% of unrelated%n",
        corners,
        strokes,
        slips,
        SLIPS.size(),
        100.0 * nearest / similar.size(),
        100.0 * unrelated / PAIRS);
  }

  private static int nearest(String similar) {
    return similar.codePoints().filter(MeasureNames::common).findFirst().orElse('一');
  }

  private static boolean alike(Looks looks, int a, int b) {
    CharacterTable table = CharacterTable.get();
    return looks.alike(table.place(a), table.place(b));
  }

  private static boolean common(int point) {
    CharacterTable table = CharacterTable.get();
    int place = table.place(point);
    return place != CharacterTable.NONE && table.common(place);
  }

  /** Characters of GB 2312 and those that the library finds most similar, the nearest first. */
  private static Map<String, String> similar() throws IOException {
    Map<String, String> similar = new HashMap<>();
    try (InputStream in = MeasureNames.class.getResourceAsStream("/hanzi_similar_list.txt")) {
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split(" ", -1);
        if (parts.length == 2 && parts[0].length() == 1 && common(parts[0].charAt(0))) {
          similar.put(parts[0], parts[1]);
        }
      }
    }
    return similar;
  }
}
