package org.snn4j.data.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.snn4j.core.Check;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.image.Picture;

/** Grey images and labels of a pair of IDX files, held in memory as 8-bit values; numbered from 1 as the recordings of N-MNIST are. */
public final class MnistImages implements LabelledImages {
    private static final int LABEL_HEADER = 8;

    private final IdxFile images;
    private final IdxFile labels;
    private final String name;
    private final List<String> classes;

    private MnistImages(IdxFile images, IdxFile labels, String name, List<String> classes) {
        this.images = images;
        this.labels = labels;
        this.name = name;
        this.classes = classes;
    }

    /**
     * Reads both files.
     *
     * @param classes number of classes, named {@code 0}, {@code 1} ...
     * @throws DataFormatException if a file is not IDX, the counts differ, or a label is out of range
     */
    public static MnistImages read(Path imageFile, Path labelFile, int classes) throws IOException {
        Check.atLeast(classes, 1, "classes");
        IdxFile images = IdxFile.read(imageFile, 3);
        IdxFile labels = IdxFile.read(labelFile, 1);
        if (labels.count() != images.count()) {
            throw new DataFormatException(
                    labelFile,
                    Integer.BYTES,
                    labels.count() + " labels",
                    images.count() + ", one for each image of " + imageFile.getFileName());
        }
        for (int i = 0; i < labels.count(); i++) {
            int label = labels.values()[i] & 0xFF;
            if (label >= classes) {
                throw new DataFormatException(
                        labelFile, LABEL_HEADER + i, "label " + label, "a label below " + classes);
            }
        }
        List<String> names =
                IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        return new MnistImages(images, labels, imageFile.getFileName().toString(), names);
    }

    @Override
    public int size() {
        return images.count();
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public int label(int index) {
        return labels.values()[index] & 0xFF;
    }

    @Override
    public String id(int index) {
        return String.format(Locale.ROOT, "%s#%05d", name, index + 1);
    }

    @Override
    public Picture picture(int index) {
        return new Picture(images.shape()[1], images.shape()[2], 1, images.item(index));
    }
}
