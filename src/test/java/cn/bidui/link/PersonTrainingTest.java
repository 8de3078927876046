package cn.bidui.link;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bidui.link.weigh.LinkModel;
import cn.bidui.link.weigh.LinkModel.PairWeights;
import cn.bidui.link.weigh.ModelText;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonTrainingTest {

  private static final int PUPILS = 400;
  private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨";
  private static final String GIVEN = "伟芳娜敏静强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰";

  private static String name(int pupil) {
    return ""
        + SURNAMES.charAt(pupil * 7 % SURNAMES.length())
        + GIVEN.charAt(pupil * 11 % GIVEN.length())
        + GIVEN.charAt(pupil / 3 % GIVEN.length());
  }

  private static String born(int pupil) {
    return "20%02d-%02d-%02d".formatted(8 + pupil % 9, 1 + pupil / 5 % 12, 1 + pupil * 13 % 28);
  }

  private static World county() {
    World world = new World();
    for (int i = 0; i < PUPILS; i++) {
      String id = World.id(born(i), 100 + i % 800);
      String sex = (100 + i % 800) % 2 == 1 ? "MALE" : "FEMALE";
      world.roll(name(i)).id(id).born(born(i), sex).school("第" + i % 9 + "小学");
      if (i % 2 == 0) {
        String written = i % 10 == 0 ? "" : id;
        String school = i % 16 == 0 ? "外校" : "第" + i % 9 + "小学";
        world.aid(name(i)).id(written).born(born(i), sex).school(school);
      }
    }
    return world;
  }

  private static LinkModel trained() {
    return PersonTraining.train(county().tables(), LinkLimits.shippedPlan());
  }

  private static List<Integer> weights(LinkModel model, Respect respect) {
    return PersonWeights.of(model, "roll", "aid").weights().get(respect.ordinal());
  }

  @Test
  void listsWithTheSamePupilsTeachWhatAgreementSays() {
    LinkModel model = trained();
    PairWeights pair = PersonWeights.of(model, "roll", "aid");
    assertThat(pair.trainedOn()).isGreaterThan(PUPILS / 3);
    // Some one in four hundred of all pairs is one person.
    assertThat(pair.prior()).isBetween(-1100, -700);
    assertThat(weights(model, Respect.CITIZEN_ID).get(1)).isGreaterThan(500);
    assertThat(weights(model, Respect.NAME).get(1)).isGreaterThan(300);
    assertThat(weights(model, Respect.SEX).get(1)).isPositive();
    assertThat(weights(model, Respect.SEX).get(2)).isNegative();
  }

  @Test
  void twinsDoNotTeachThatIdsOneDigitApartAreOfOnePerson() {
    World world = county();
    for (int i = 0; i < 60; i++) {
      String born = "2012-%02d-%02d".formatted(1 + i % 12, 1 + i % 28);
      world.roll("曹" + name(i)).id(World.id(born, 901)).born(born, "MALE").school("第1小学");
      world.aid("曹" + name(i)).id(World.id(born, 903)).born(born, "MALE").school("第1小学");
    }
    LinkModel model = PersonTraining.train(world.tables(), LinkLimits.shippedPlan());
    assertThat(PersonWeights.of(model, "roll", "aid").trainedOn()).isPositive();
    assertThat(weights(model, Respect.CITIZEN_ID).get(Respect.NEAR)).isZero();
  }

  @Test
  void howUsualABirthDateIsShowsAmongPairsWhoseIdsDifferToo() {
    // Three thousand days or so: 11 bits; half of that if only rows without ids were counted.
    assertThat(weights(trained(), Respect.BIRTH_DATE).get(1)).isGreaterThan(700);
  }

  @Test
  void whatIsComparedOnlyWhereItAgreesKeepsItsWeight() {
    LinkModel shipped = LinkLimits.defaults().weights();
    for (Respect kept : new Respect[] {Respect.FAMILY, Respect.STUDENT_NUMBER}) {
      int most = Math.min(2000, weights(shipped, kept).get(1));
      assertThat(weights(trained(), kept).get(1)).isEqualTo(most);
    }
  }

  @Test
  void theSameListsGiveTheSameModelToTheLetter() {
    assertThat(ModelText.of(trained())).isEqualTo(ModelText.of(trained()));
  }

  @Test
  void theNightCanWeighByIt() {
    LinkModel model = trained();
    LinkLimits limits = LinkLimits.defaults().weighingBy(model);
    assertThat(limits.weights()).isEqualTo(model);
    assertThat(ModelText.read(ModelText.of(model))).contains(model);
    World world = county();
    LinkResult links = new Linker(limits).link(world.tables(), List.of(), World.HASH);
    assertThat(links.persons()).isEqualTo(world.link().persons());
  }

  @Test
  void listsThatTeachNothingKeepThePlansWeights() {
    World world = new World();
    world.roll("王小明").id(World.id("2012-03-05", 101));
    LinkModel model = PersonTraining.train(world.tables(), LinkLimits.shippedPlan());
    assertThat(model).isEqualTo(LinkLimits.defaults().weights());
    assertThat(PersonTraining.train(new World().tables(), LinkLimits.shippedPlan()))
        .isEqualTo(LinkLimits.defaults().weights());
  }

  @Test
  void besideANewModelTheOldOneIsShownBetweenTheSameLists() {
    LinkModel made = trained();
    LinkModel old = PersonTraining.between(LinkLimits.defaults().weights(), made);
    assertThat(old.pairs()).hasSameSizeAs(made.pairs());
    assertThat(old.pairs().get(1).left() + old.pairs().get(1).right())
        .isEqualTo(made.pairs().get(1).left() + made.pairs().get(1).right());
    assertThat(old.pairs().get(1).prior()).isEqualTo(-1700);
    assertThat(PersonTraining.levelKey(1, 2)).isEqualTo("link.level.citizen-id.one-slip");
  }
}
