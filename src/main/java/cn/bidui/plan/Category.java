package cn.bidui.plan;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A group of people for whom aid is provided (资助对象类别); a person may belong to several. Town and
 * country are kept apart for 低保 and 特困: it decides who is due what (城乡义务教育补助经费管理办法).
 */
public enum Category {
  LIFTED_OUT("脱贫户"),
  UNSTABLE("脱贫不稳定户"),
  MARGINAL("边缘易致贫户"),
  SUDDEN_HARDSHIP("突发严重困难户"),
  RURAL_MINIMUM_LIVING("农村低保"),
  URBAN_MINIMUM_LIVING("城市低保"),
  /** Of town or country: the list does not say, so it counts for neither. */
  MINIMUM_LIVING("低保"),
  RURAL_EXTREME_POVERTY("农村特困"),
  URBAN_EXTREME_POVERTY("城市特困"),
  /** Of town or country: the list does not say, so it counts for neither. */
  EXTREME_POVERTY("特困"),
  LOW_INCOME_EDGE("低保边缘家庭"),
  RIGID_EXPENSE("刚性支出困难家庭"),
  OTHER_LOW_INCOME("其他低收入家庭"),
  DISABLED("残疾"),
  /** A guardian has a card of disability. */
  DISABLED_GUARDIAN("残疾人子女"),
  /** 孤儿 and 事实无人抚养儿童. */
  ORPHAN("孤儿或事实无人抚养"),
  MARTYR_CHILD("烈士子女");

  private final String label;

  Category(String label) {
    this.label = label;
  }

  /** The Chinese word, as every report prints it. */
  public String label() {
    return label;
  }

  /** The name in policies: lower case with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The category of that code. */
  public static Optional<Category> ofCode(String code) {
    return Arrays.stream(values()).filter(category -> category.code().equals(code)).findFirst();
  }

  /** The labels of {@code categories} in the order of this enum, joined with {@code 、}. */
  public static String labels(Collection<Category> categories) {
    Set<Category> ordered = EnumSet.noneOf(Category.class);
    ordered.addAll(categories);
    return ordered.stream().map(Category::label).collect(Collectors.joining("、"));
  }
}
