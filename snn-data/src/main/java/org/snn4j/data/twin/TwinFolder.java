package org.snn4j.data.twin;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.snn4j.core.Check;
import org.snn4j.data.simulate.GeneratedFolder;
import org.snn4j.data.split.Digest;

/** Folders of simulated twins. */
public final class TwinFolder {
    /** Counts up whenever the same content gives other data. */
    public static final int GENERATOR = 1;

    private TwinFolder() {}

    /**
     * What is generated.
     *
     * @param set the data set
     * @param recordings recordings of each class, at least 2
     * @param seed seed of every draw
     */
    public record Content(TwinSet set, int recordings, long seed) {
        public Content {
            Check.notNull(set, "set");
            Check.atLeast(recordings, 2, "recordings");
        }

        /** Number of classes. */
        public int classes() {
            return set.classes();
        }

        String folderName() {
            String all = "generator " + GENERATOR + ", " + this;
            return "simulated-" + set.setName() + "-"
                    + Digest.of(all.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
        }
    }

    /**
     * The complete folder below {@code parent}, generated if it is not there.
     *
     * @throws java.io.UncheckedIOException if it cannot be written, or files are missing from it
     */
    public static Path in(Path parent, Content content) {
        return GeneratedFolder.in(
                parent,
                content.folderName(),
                "generator " + GENERATOR + ", " + content,
                content.set().files(content.recordings()),
                folder -> content.set().write(folder, content));
    }
}
