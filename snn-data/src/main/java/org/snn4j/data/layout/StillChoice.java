package org.snn4j.data.layout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.io.ImageFiles;

/** Opens the still images that were chosen. */
final class StillChoice {
    /** Opens a data set's own images. */
    @FunctionalInterface
    interface Own {
        LabelledImages open() throws IOException;
    }

    private StillChoice() {}

    static LabelledImages open(Stills stills, Path data, List<String> classes, Own own) throws IOException {
        if (stills.none()) {
            return ImageFiles.none(classes);
        }
        return stills.own() ? own.open() : ImageSets.folder(data, stills.choice(), classes);
    }

    /** For data sets that were not made from images. */
    static LabelledImages without(String set, Stills stills, Path data, List<String> classes) throws IOException {
        return open(stills, data, classes, () -> {
            throw new ConfigurationException("data.stills: " + set + " was not made from images; use '" + Stills.NONE
                    + "' or the name of a folder with one folder of images for each class");
        });
    }
}
