package org.snn4j.data.layout;

import java.io.IOException;
import java.nio.file.Path;

/** Knows where the files of a data set lie; immutable. */
public interface Layout {
    /**
     * Finds recordings and images.
     *
     * @param data the data folder
     * @param stills which still images are wanted
     * @throws org.snn4j.core.ConfigurationException if something is missing, saying what to get, from where, how large, under which licence and where to put
     *     it, or has no place here
     * @throws IOException if a folder cannot be read
     */
    Holdings find(Path data, Stills stills) throws IOException;
}
