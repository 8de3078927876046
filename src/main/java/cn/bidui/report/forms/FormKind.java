package cn.bidui.report.forms;

import cn.bidui.ledger.cases.CaseStage;
import cn.bidui.source.Messages;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The forms there are (表单). */
public enum FormKind {
  /** 一生一表：辍学学生工作档案. */
  DOSSIER {
    @Override
    public boolean fits(Dossier child) {
      return outOfSchool(child);
    }

    @Override
    public boolean isDue(Dossier child) {
      return fits(child) && child.work().stage() != CaseStage.FILED;
    }
  },
  /** 劝返书面报告, of a school to the bureau. */
  REPORT {
    @Override
    public boolean fits(Dossier child) {
      return outOfSchool(child);
    }

    @Override
    public boolean isDue(Dossier child) {
      return fits(child)
          && child.work().open()
          && (child.work().reportDue() || child.work().reportedOn() != null);
    }
  },
  /** 限期返校通知书, of a township to a guardian. */
  NOTICE {
    @Override
    public boolean fits(Dossier child) {
      return outOfSchool(child);
    }

    @Override
    public boolean isDue(Dossier child) {
      return fits(child) && child.work().open() && child.work().stage() == CaseStage.HANDLING;
    }
  },
  /** 县外就读核实函, of a bureau to that of another county. */
  LETTER {
    @Override
    public boolean fits(Dossier child) {
      return child.rules().contains(ELSEWHERE);
    }

    /** To whom it would go is known. */
    @Override
    public boolean isDue(Dossier child) {
      return fits(child) && child.work().open() && !child.away().place().isEmpty();
    }
  };

  /** Rules about children who may be out of school. */
  static final Set<String> OUT_OF_SCHOOL =
      Set.of(
          "never-enrolled",
          "vanished-from-roll",
          "leave-expired",
          "no-progression",
          "absent",
          "disabled-unplaced");

  /** The rule about children who may go to school in another county. */
  static final String ELSEWHERE = "out-of-county";

  private static boolean outOfSchool(Dossier child) {
    return !Collections.disjoint(child.rules(), OUT_OF_SCHOOL);
  }

  /** Whether there can be such a form for the child. */
  public abstract boolean fits(Dossier child);

  /** Whether tonight's publication has one. */
  public abstract boolean isDue(Dossier child);

  /** The kind that {@code text} names: its code, or its label in either language. */
  public static Optional<FormKind> find(String text) {
    String wanted = text.strip();
    return Arrays.stream(values())
        .filter(
            kind ->
                kind.code().equalsIgnoreCase(wanted)
                    || kind.label(Messages.ZH).equals(wanted)
                    || kind.label(Messages.EN).equalsIgnoreCase(wanted))
        .findFirst();
  }

  /** {@code dossier}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The words for it; in Chinese also the name of its file. */
  public String label(Messages messages) {
    return messages.text("form.kind." + code());
  }
}
