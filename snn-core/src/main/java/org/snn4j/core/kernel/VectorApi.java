package org.snn4j.core.kernel;

import java.lang.module.ModuleFinder;
import java.util.Optional;

/** The Java Vector API, if this Java machine was started with it: an incubator module, absent unless asked for. */
final class VectorApi {
    static final String MODULE = "jdk.incubator.vector";
    private static final String IMPLEMENTATION = "org.snn4j.core.kernel.VectorRowSums";

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

    /** Loaded by name: a direct reference would bind a class whose superclasses may be missing. */
    static Optional<RowSums> rowSums() {
        if (!present()) {
            return Optional.empty();
        }
        try {
            return Optional.of((RowSums)
                    Class.forName(IMPLEMENTATION).getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the module " + MODULE + " is present, but its kernels do not load", e);
        }
    }
}
