package cn.bidui.link;

import cn.bidui.link.Evidence.Agreement;
import cn.bidui.link.name.NameAgreement;
import cn.bidui.source.Field;
import java.util.List;

/** Weighs the evidence of a pair, field by field, in hundredths of a bit. */
final class Scales {

  /** What is weighed, in the order in which it is shown. */
  static final List<Field> FIELDS =
      List.of(
          Field.NAME,
          Field.CITIZEN_ID,
          Field.BIRTH_DATE,
          Field.SEX,
          Field.STUDENT_NUMBER,
          Field.GUARDIAN1_ID,
          Field.HOUSEHOLD_NUMBER,
          Field.SCHOOL_NAME);

  private final Columns columns;
  private final Family family;
  private final int[][] weights = new int[FIELDS.size()][];

  Scales(Columns columns, Family family, LinkLimits limits) {
    this.columns = columns;
    this.family = family;
    for (int i = 0; i < weights.length; i++) {
      LinkLimits.Weights of = limits.weights().get(FIELDS.get(i));
      weights[i] = of == null ? new int[Agreement.values().length] : byAgreement(of);
    }
  }

  private static int[] byAgreement(LinkLimits.Weights of) {
    int[] weights = new int[Agreement.values().length];
    weights[Agreement.AGREES.ordinal()] = (int) of.agrees().value();
    weights[Agreement.SIMILAR.ordinal()] = (int) of.similar().value();
    weights[Agreement.DIFFERS.ordinal()] = (int) of.differs().value();
    return weights;
  }

  /** The sum over all fields. */
  int weigh(int a, int b) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i][agreement(FIELDS.get(i), a, b).ordinal()];
    }
    return sum;
  }

  /** What one agreement says. */
  int weight(Field field, Agreement agreement) {
    return weights[FIELDS.indexOf(field)][agreement.ordinal()];
  }

  /** How the two rows agree in one field. */
  Agreement agreement(Field field, int a, int b) {
    return switch (field) {
      case NAME -> names(a, b);
      case CITIZEN_ID -> ids(a, b);
      case BIRTH_DATE -> known(columns.sameBirth(a, b), columns.birthsDiffer(a, b));
      case SEX -> known(columns.sameSex(a, b), columns.sexesDiffer(a, b));
      case STUDENT_NUMBER -> codes(columns.studentNumber[a], columns.studentNumber[b]);
      case GUARDIAN1_ID -> guardians(a, b);
      case HOUSEHOLD_NUMBER -> codes(columns.household[a], columns.household[b]);
      default -> schools(a, b);
    };
  }

  private Agreement names(int a, int b) {
    NameAgreement names = Names.compare(columns, a, b);
    if (names == NameAgreement.EQUAL) {
      return Agreement.AGREES;
    }
    return names.agrees() ? Agreement.SIMILAR : Agreement.DIFFERS;
  }

  private Agreement ids(int a, int b) {
    long left = columns.id[a];
    long right = columns.id[b];
    if (left != 0 && left == right) {
      return Agreement.AGREES;
    }
    if (Columns.same(columns.embedded[a], right)
        || Columns.same(columns.embedded[b], left)
        || (left != 0 && right != 0 && Repairs.near(left, right))
        || repairs(columns.damaged[a], right)
        || repairs(columns.damaged[b], left)
        || Columns.same(columns.damaged[a], columns.damaged[b])) {
      return Agreement.SIMILAR;
    }
    boolean bothWritten = written(a) && written(b);
    return bothWritten ? Agreement.DIFFERS : Agreement.MISSING;
  }

  private boolean written(int row) {
    return columns.id[row] != 0 || columns.damaged[row] != 0;
  }

  private boolean repairs(int damaged, long id) {
    if (damaged == 0 || id == 0) {
      return false;
    }
    Repairs.Prefixes same =
        (first15, taker) -> {
          if (id / 100 == first15) {
            taker.accept(id);
          }
        };
    return !Repairs.of(columns.text(damaged), candidate -> candidate == id, same).isEmpty();
  }

  private Agreement guardians(int a, int b) {
    return family.sameGuardian(a, b) ? Agreement.AGREES : Agreement.MISSING;
  }

  private Agreement schools(int a, int b) {
    boolean named =
        (columns.schoolCode[a] != 0 && columns.schoolCode[b] != 0)
            || (columns.schoolName[a] != 0 && columns.schoolName[b] != 0);
    return known(columns.sameSchool(a, b), named);
  }

  private static Agreement codes(int a, int b) {
    return known(Columns.same(a, b), a != 0 && b != 0);
  }

  private static Agreement known(boolean same, boolean comparable) {
    if (same) {
      return Agreement.AGREES;
    }
    return comparable ? Agreement.DIFFERS : Agreement.MISSING;
  }
}
