package org.snn4j.core.kernel;

import java.lang.module.ModuleFinder;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * The Java Vector API, if this Java machine was started with it: an incubator module, absent unless asked for. Vectors that do not fill the columns that the
 * kernels work on are as good as absent.
 */
final class VectorApi {
    static final String MODULE = "jdk.incubator.vector";

    private static final int WIDEST = Math.min(WinogradLoops.COLUMNS, RowSums.OVERRUN) * Float.SIZE;
    private static final Optional<String> ABSENCE = findAbsence();

    private VectorApi() {}

    static boolean present() {
        return ABSENCE.isEmpty();
    }

    /** Why it is absent. */
    static String absence() {
        return ABSENCE.orElseThrow(() -> new IllegalStateException("the module " + MODULE + " is present"));
    }

    private static Optional<String> findAbsence() {
        if (ModuleLayer.boot().findModule(MODULE).isPresent()) {
            return refusal(instance(IntSupplier.class, "VectorBits").getAsInt());
        }
        return Optional.of(
                ModuleFinder.ofSystem().find(MODULE).isPresent()
                        ? "Java was started without --add-modules " + MODULE
                        : "this Java has no module " + MODULE);
    }

    /** Why the kernels cannot use vectors of so many bits; nothing if they can. */
    static Optional<String> refusal(int bits) {
        return bits <= WIDEST && WIDEST % bits == 0
                ? Optional.empty()
                : Optional.of("the vectors of this machine have " + bits + " bits, must be a divisor of " + WIDEST);
    }

    static Optional<RowSums> rowSums() {
        return load(RowSums.class, "VectorRowSums");
    }

    static Optional<WinogradLoops> winogradLoops() {
        return load(WinogradLoops.class, "VectorWinogradLoops");
    }

    private static <T> Optional<T> load(Class<T> type, String implementation) {
        return present() ? Optional.of(instance(type, implementation)) : Optional.empty();
    }

    /** By name: a direct reference would bind a class whose superclasses may be missing. */
    private static <T> T instance(Class<T> type, String implementation) {
        try {
            Class<?> found = Class.forName(VectorApi.class.getPackageName() + "." + implementation);
            return type.cast(found.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the module " + MODULE + " is present, but its kernels do not load", e);
        }
    }
}
