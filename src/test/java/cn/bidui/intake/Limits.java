package cn.bidui.intake;

import cn.bidui.plan.Limit;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** The usual limits but for one, so that tests need no large files. */
final class Limits {

  private Limits() {}

  static IntakeLimits with(String name, long value) {
    RecordComponent[] components = IntakeLimits.class.getRecordComponents();
    Object[] limits = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        limits[i] =
            components[i].getName().equals(name)
                ? new Limit(value, "test", "test", "test")
                : components[i].getAccessor().invoke(IntakeLimits.defaults());
      }
      if (Arrays.stream(components).noneMatch(component -> component.getName().equals(name))) {
        throw new AssertionError("no limit of that name: " + name);
      }
      return IntakeLimits.class.getDeclaredConstructor(types).newInstance(limits);
    } catch (ReflectiveOperationException failure) {
      throw new LinkageError(failure.getMessage(), failure);
    }
  }

  static Intake intake(String name, long value) {
    return new Intake(Given.PROFILES, with(name, value));
  }
}
