package org.snn4j.cli;

import java.nio.file.Path;

/** Where the tests find the files of the repository. */
final class Repository {
    private Repository() {}

    /** The folder of the root POM: Maven runs the tests of a module inside the module's folder. */
    static Path root() {
        return Path.of("").toAbsolutePath().getParent();
    }
}
