package org.snn4j.core.kernel;

import java.util.Optional;

/** The Java Vector API, if this Java machine was started with it: an incubator module, absent unless asked for. */
final class VectorApi {
    static final String MODULE = "jdk.incubator.vector";
    private static final String IMPLEMENTATION = "org.snn4j.core.kernel.VectorRowSums";

    private VectorApi() {}

    static boolean present() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    /** What to say of its absence; empty if it is present. */
    static String absence() {
        return present() ? "" : "; slower than it could be: start Java with --add-modules " + MODULE;
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
