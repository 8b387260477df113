package org.snn4j.data.dataset;

import java.nio.file.Path;
import org.snn4j.data.twin.TwinFolder;

/**
 * The simulated twin of a data set.
 *
 * @param content what is written
 * @param cache folder that holds generated folders
 */
record SimulatedTwin(TwinFolder.Content content, Path cache) {
    /** In the cache folder of this machine. */
    static SimulatedTwin of(TwinFolder.Content content) {
        return new SimulatedTwin(content, CacheFolder.path(System.getenv(), System.getProperty("user.home")));
    }

    /** Classes that it has. */
    int classes() {
        return content.classes();
    }

    /** The folder, written if it is not there. */
    Path folder() {
        return TwinFolder.in(cache, content);
    }
}
