package org.snn4j.core.kernel;

import java.lang.module.ModuleFinder;
import java.util.Optional;

/** The Java Vector API, if this Java machine was started with it: an incubator module, absent unless asked for. */
final class VectorApi {
    static final String MODULE = "jdk.incubator.vector";

    private VectorApi() {}

    static boolean present() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    /** Why it is absent. */
    static String absence() {
        return ModuleFinder.ofSystem().find(MODULE).isPresent()
                ? "Java was started without --add-modules " + MODULE
                : "this Java has no module " + MODULE;
    }

    static Optional<RowSums> rowSums() {
        return load(RowSums.class, "VectorRowSums");
    }

    static Optional<WinogradLoops> winogradLoops() {
        return load(WinogradLoops.class, "VectorWinogradLoops");
    }

    /** By name: a direct reference would bind a class whose superclasses may be missing. */
    private static <T> Optional<T> load(Class<T> type, String implementation) {
        if (!present()) {
            return Optional.empty();
        }
        try {
            Class<?> found = Class.forName(VectorApi.class.getPackageName() + "." + implementation);
            return Optional.of(type.cast(found.getDeclaredConstructor().newInstance()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the module " + MODULE + " is present, but its kernels do not load", e);
        }
    }
}
