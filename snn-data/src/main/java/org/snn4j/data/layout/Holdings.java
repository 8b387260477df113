package org.snn4j.data.layout;

import java.nio.file.Path;
import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.data.image.LabelledImages;

/**
 * What lies in a data folder of one data set.
 *
 * @param root the data folder, where all names start
 * @param classes class names, by label; those of the images too
 * @param recordings all recordings; those of a class follow each other by number
 * @param images still images that may be trained on; empty if none are wanted
 * @param decoder reads the files of the recordings
 * @param generated true if the files were made by this library
 */
public record Holdings(
        Path root,
        List<String> classes,
        List<Recording> recordings,
        LabelledImages images,
        RecordingDecoder decoder,
        boolean generated) {
    public Holdings {
        Check.notNull(root, "root");
        classes = List.copyOf(classes);
        recordings = List.copyOf(recordings);
        Check.notNull(decoder, "decoder");
        if (!images.classes().equals(classes)) {
            throw new IllegalArgumentException(
                    "classes of the images are " + images.classes() + ", must be " + classes);
        }
    }
}
