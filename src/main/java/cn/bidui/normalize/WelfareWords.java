package cn.bidui.normalize;

import cn.bidui.normalize.HardshipRecord.Level;
import cn.bidui.person.Text;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words by which lists name poor people's groups, and whether they are of town or country. */
final class WelfareWords {

  static final String GROUPS_ALLOWED =
      "脱贫户、脱贫不稳定户、边缘易致贫户、突发严重困难户、城市低保、农村低保、城市特困、农村特困、低保边缘家庭、刚性支出困难家庭、"
          + "其他低收入家庭、孤儿、事实无人抚养儿童、残疾、残疾人子女、烈士子女、其他";

  static final Vocabulary LEVEL =
      new Vocabulary("特别困难、比较困难、一般困难")
          .meaning(Level.SEVERE.name(), "特别困难", "特殊困难", "特困", "特别困难学生")
          .meaning(Level.MODERATE.name(), "比较困难", "较困难", "困难", "比较困难学生")
          .meaning(Level.ORDINARY.name(), "一般困难", "一般", "一般困难学生")
          .meaning("", "不困难", "非困难", "非困难学生");

  /** 城乡类别. */
  static final Vocabulary AREA =
      new Vocabulary("城市、农村")
          .meaning(Area.URBAN.name(), "城市", "城镇", "城", "城区", "城镇居民", "城市居民", "非农业", "非农")
          .meaning(Area.RURAL.name(), "农村", "乡村", "农", "村", "农村居民", "农业")
          .meaning("", "城乡");

  private static final Vocabulary GROUPS = groups();

  /** What lists add to a group's name. */
  private static final Pattern ADDED = Pattern.compile("(家庭经济困难)?(家庭)?的?(学生|儿童|人员|对象|人口|户|子女)?$");

  /** 低保 has classes of its own, which say nothing of the kind of welfare. */
  private static final Pattern CLASS = Pattern.compile("[A-D一二三四1-4][类档级]?");

  private static final Pattern TOWN = Pattern.compile("城市|城镇(居民|低保|最低|特困)|城保|城低保");
  private static final Pattern COUNTRY = Pattern.compile("农村|农保|农低保");

  /** Of town or country. */
  enum Area {
    URBAN,
    RURAL
  }

  private WelfareWords() {}

  private static Vocabulary groups() {
    Vocabulary words = new Vocabulary(GROUPS_ALLOWED);
    add(
        words,
        HardshipGroup.LIFTED_OUT,
        "脱贫",
        "脱贫户",
        "建档立卡",
        "建档立卡户",
        "建档立卡贫困户",
        "原建档立卡",
        "原建档立卡户",
        "脱贫享受政策户",
        "脱贫享受政策",
        "稳定脱贫户",
        "原建档立卡贫困户",
        "已脱贫户");
    add(words, HardshipGroup.UNSTABLE, "脱贫不稳定", "脱贫不稳定户");
    add(words, HardshipGroup.MARGINAL, "边缘易致贫", "边缘易致贫户", "边缘户");
    add(words, HardshipGroup.SUDDEN_HARDSHIP, "突发严重困难", "突发严重困难户", "突发困难");
    add(words, HardshipGroup.MINIMUM_LIVING, "低保", "低保户", "城乡低保", "最低生活保障", "城乡最低生活保障", "最低生活保障家庭");
    add(
        words,
        HardshipGroup.URBAN_MINIMUM_LIVING,
        "城市低保",
        "城镇低保",
        "城低保",
        "城保",
        "城市最低生活保障",
        "城镇最低生活保障",
        "城市居民最低生活保障");
    add(words, HardshipGroup.RURAL_MINIMUM_LIVING, "农村低保", "农低保", "农保", "农村最低生活保障", "农村居民最低生活保障");
    add(
        words,
        HardshipGroup.EXTREME_POVERTY,
        "特困",
        "特困供养",
        "特困救助供养",
        "城乡特困",
        "特困人员救助供养",
        "五保",
        "集中特困",
        "分散特困",
        "特困集中供养",
        "特困分散供养");
    add(
        words,
        HardshipGroup.URBAN_EXTREME_POVERTY,
        "城市特困",
        "城镇特困",
        "城市特困供养",
        "城市特困救助供养",
        "城市特困人员救助供养");
    add(
        words,
        HardshipGroup.RURAL_EXTREME_POVERTY,
        "农村特困",
        "农村特困供养",
        "农村特困救助供养",
        "农村特困人员救助供养",
        "农村五保");
    add(words, HardshipGroup.LOW_INCOME_EDGE, "低保边缘", "低边", "最低生活保障边缘");
    add(words, HardshipGroup.RIGID_EXPENSE, "刚性支出困难", "刚性支出", "支出型困难", "支出型贫困");
    add(words, HardshipGroup.OTHER_LOW_INCOME, "其他低收入", "低收入", "其他低收入人口");
    add(words, HardshipGroup.ORPHAN, "孤儿", "社会散居孤儿", "散居孤儿", "集中供养孤儿", "机构养育孤儿");
    add(words, HardshipGroup.UNATTENDED, "事实无人抚养", "事实无人抚养儿童", "事实孤儿");
    add(words, HardshipGroup.DISABLED, "残疾", "残疾人", "家庭经济困难残疾", "家庭经济困难的残疾", "残疾学生");
    add(
        words,
        HardshipGroup.DISABLED_GUARDIAN,
        "残疾人子女",
        "残疾人家庭子女",
        "家庭经济困难残疾人子女",
        "家庭经济困难的残疾人子女",
        "残疾人家庭",
        "残疾家庭",
        "父母残疾");
    add(words, HardshipGroup.MARTYR_CHILD, "烈士子女", "烈士", "烈士或优抚子女", "优抚对象子女", "因公牺牲军人警察子女");
    add(words, HardshipGroup.OTHER, "其他", "其他困难", "其他家庭经济困难", "其他情况", "其他原因", "家庭经济困难", "一般困难");
    return words;
  }

  private static void add(Vocabulary words, HardshipGroup group, String... spellings) {
    words.meaning(group.name(), spellings);
  }

  /** The one group that {@code text} names; null if it names none. */
  static @Nullable HardshipGroup group(String text) {
    @Nullable String whole = GROUPS.read(text);
    String folded = Text.fold(text);
    @Nullable String named =
        whole != null ? whole : GROUPS.read(ADDED.matcher(folded).replaceFirst(""));
    return named == null ? null : HardshipGroup.valueOf(named);
  }

  /** The one kind of welfare of which {@code caption} speaks; null if of none or of several. */
  static @Nullable HardshipGroup spokenOf(String caption) {
    String text = Text.fold(caption);
    Set<HardshipGroup> spoken = EnumSet.noneOf(HardshipGroup.class);
    if (text.contains("低保边缘") || text.contains("最低生活保障边缘")) {
      spoken.add(HardshipGroup.LOW_INCOME_EDGE);
      text = text.replaceAll("(低保|最低生活保障)边缘", "");
    }
    add(spoken, text, HardshipGroup.RIGID_EXPENSE, "刚性支出", "支出型困难");
    add(spoken, text, HardshipGroup.UNATTENDED, "事实无人抚养");
    add(spoken, text, HardshipGroup.ORPHAN, "孤儿");
    add(spoken, text, HardshipGroup.EXTREME_POVERTY, "特困", "五保");
    add(spoken, text, HardshipGroup.MINIMUM_LIVING, "低保", "最低生活保障", "城保", "农保");
    return spoken.size() == 1 ? spoken.iterator().next() : null;
  }

  private static void add(
      Set<HardshipGroup> spoken, String text, HardshipGroup group, String... words) {
    for (String word : words) {
      if (text.contains(word)) {
        spoken.add(group);
      }
    }
  }

  /** Whether the caption speaks of town or country; null if of neither or of both. */
  static @Nullable Area areaOf(String caption) {
    String text = Text.fold(caption);
    boolean town = TOWN.matcher(text).find();
    boolean country = COUNTRY.matcher(text).find();
    return town == country ? null : town ? Area.URBAN : Area.RURAL;
  }

  /** Whether {@code text} leaves the kind of welfare open: only an area, or a class of 低保. */
  static boolean leavesOpen(String text) {
    return AREA.read(text) != null || CLASS.matcher(Text.fold(text)).matches();
  }

  /** {@code group} of {@code area}, where the group has areas and none yet. */
  static HardshipGroup within(HardshipGroup group, @Nullable Area area) {
    if (area == null) {
      return group;
    }
    boolean town = area == Area.URBAN;
    return switch (group) {
      case MINIMUM_LIVING ->
          town ? HardshipGroup.URBAN_MINIMUM_LIVING : HardshipGroup.RURAL_MINIMUM_LIVING;
      case EXTREME_POVERTY ->
          town ? HardshipGroup.URBAN_EXTREME_POVERTY : HardshipGroup.RURAL_EXTREME_POVERTY;
      default -> group;
    };
  }
}
