package cn.bidui.accuracy;

import cn.bidui.fixture.people.Chance;
import cn.bidui.fixture.people.IdNumbers;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * People of a county that is put together otherwise than the other: villages of clans, where most
 * share two surnames and cousins share the first character of the given name; children with their
 * grandparents; ids handed out one after the other, so that neighbors are one digit apart.
 */
final class ForeignPeople {

  private static final LocalDate FIRST_DAY = LocalDate.of(1930, 1, 1);
  private static final int DAYS = 36_000;
  private static final int REGIONS = 4;
  private static final int A_SCHOOL_HAS_VILLAGES = 12;

  private static final List<String> SURNAMES = split("刘陈张李王黄吴周杨曾谢罗何邓胡彭肖朱廖欧钟宋唐袁邹龙蒋贺阳申石向田覃滕瞿龚麻");
  private static final List<String> SHARED = split("家志文明子思嘉浩俊雅诗梦永世");
  private static final List<String> BOYS = split("豪杰轩宇涛强辉鑫龙伟俊浩然博鹏飞军华林斌");
  private static final List<String> GIRLS = split("怡欣雯婷琪慧敏丽玲芳雪琴萍艳燕娟静颖倩瑶");
  private static final List<String> LIKED =
      List.of("子涵", "欣怡", "浩然", "宇轩", "诗涵", "雨欣", "俊杰", "子轩", "梓涵", "佳怡", "鑫", "婷");
  private static final List<String> OLD = split("桂秀玉春德光国金菊福生英兰发连");

  private final Chance chance;
  private final int pupils;
  private final int[] handedOut = new int[REGIONS * DAYS * 2];
  private int people;
  private int seated;
  private int households;
  private int villages;

  ForeignPeople(long seed, int pupils) {
    this.chance = new Chance(seed).forPurpose("foreign people");
    this.pupils = pupils;
  }

  private static List<String> split(String characters) {
    return characters.codePoints().mapToObj(Character::toString).toList();
  }

  /** Hands over households, village by village, until the schools are full. */
  void forEach(Consumer<ForeignHousehold> taker) {
    while (seated < pupils) {
      villages++;
      List<String> clans = List.of(chance.of(SURNAMES), chance.of(SURNAMES));
      List<String> shared = List.of(chance.of(SHARED), chance.of(SHARED));
      int size = chance.between(40, 110);
      for (int i = 0; i < size; i++) {
        taker.accept(household(clans, shared));
      }
    }
  }

  private ForeignHousehold household(List<String> clans, List<String> shared) {
    String surname = chance.permille(650) ? chance.of(clans) : chance.of(SURNAMES);
    List<ForeignPerson> members = new ArrayList<>();
    members.add(head(surname));
    int children = 1 + chance.below(100) / 40;
    int age = chance.between(7, 16);
    for (int i = 0; i < children && age > 2; i++) {
      ForeignPerson child = child(surname, shared, age, members);
      members.add(child);
      if (chance.permille(20)) {
        members.add(twin(child, surname));
      }
      age -= chance.between(1, 3);
    }
    String village = "第" + villages + "村";
    String school = "第" + (villages / A_SCHOOL_HAS_VILLAGES + 1) + "完全小学";
    return new ForeignHousehold(++households, village, school, chance.permille(160), members);
  }

  private ForeignPerson head(String surname) {
    boolean old = chance.permille(450);
    LocalDate birth = day(old ? chance.between(1946, 1966) : chance.between(1975, 1994));
    boolean male = chance.permille(600);
    String own = male ? surname : chance.of(SURNAMES);
    String name = own + chance.of(OLD) + (chance.permille(700) ? chance.of(OLD) : "");
    return new ForeignPerson(++people, name, male, birth, id(birth, male), "户主", 0);
  }

  private ForeignPerson child(
      String surname, List<String> shared, int age, List<ForeignPerson> members) {
    boolean male = chance.permille(530);
    LocalDate birth = day(2025 - age);
    String id = chance.permille(8) ? "" : id(birth, male);
    int grade = age < 6 || age > 14 ? 0 : age - 5;
    seated += grade > 0 ? 1 : 0;
    String drawn = surname + given(male, shared);
    boolean taken = members.stream().anyMatch(member -> member.name().equals(drawn));
    String name = taken ? surname + "再" + chance.of(male ? BOYS : GIRLS) : drawn;
    return new ForeignPerson(++people, name, male, birth, id, male ? "孙子" : "孙女", grade);
  }

  private String given(boolean male, List<String> shared) {
    if (chance.permille(350)) {
      return chance.of(LIKED);
    }
    String last = chance.of(male ? BOYS : GIRLS);
    return chance.permille(700) ? chance.of(shared) + last : last;
  }

  /** Names of twins differ in the last character. */
  private ForeignPerson twin(ForeignPerson first, String surname) {
    boolean male = first.male() || chance.permille(200);
    String start = first.name().substring(0, Math.min(2, first.name().length()));
    String name = start + chance.of(male ? BOYS : GIRLS);
    seated += first.pupil() ? 1 : 0;
    return new ForeignPerson(
        ++people,
        name.equals(first.name()) ? surname + "双喜" : name,
        male,
        first.birth(),
        id(first.birth(), male),
        "孙子",
        first.grade());
  }

  /** Where nobody knew the day, it was the first of January. */
  private LocalDate day(int year) {
    return LocalDate.of(year, 1, 1).plusDays(chance.permille(10) ? 0 : chance.below(364));
  }

  private String id(LocalDate birth, boolean male) {
    int region = chance.below(3);
    int slot = slot(region, birth, male);
    while (handedOut[slot] >= 500) {
      slot = slot(++region, birth, male);
    }
    int sequence = handedOut[slot]++ * 2 + (male ? 1 : 0);
    String digits =
        "99020"
            + (1 + region)
            + birth.toString().replace("-", "")
            + String.format("%03d", sequence);
    return digits + IdNumbers.check(digits);
  }

  private static int slot(int region, LocalDate birth, boolean male) {
    int day = (int) ChronoUnit.DAYS.between(FIRST_DAY, birth);
    return (region * DAYS + day) * 2 + (male ? 1 : 0);
  }
}
