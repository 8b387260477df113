package org.snn4j.data.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.snn4j.core.Reference;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.image.Picture;

/** Colour images of a file of CIFAR-10's binary version: records of one label byte and 32x32 red, green and blue values, plane by plane. */
@Reference(
        title = "Krizhevsky, Learning Multiple Layers of Features from Tiny Images (2009)",
        link = "https://www.cs.toronto.edu/~kriz/cifar.html")
public final class Cifar10File implements LabelledImages {
    /** Class names in label order. */
    public static final List<String> CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    private static final int SIDE = 32;
    private static final int PLANE = SIDE * SIDE;
    private static final int CHANNELS = 3;
    private static final int RECORD = 1 + CHANNELS * PLANE;

    private final byte[] bytes;
    private final String name;

    private Cifar10File(byte[] bytes, String name) {
        this.bytes = bytes;
        this.name = name;
    }

    /**
     * Reads a whole file.
     *
     * @throws DataFormatException if it does not hold whole records, or a label is above 9
     */
    public static Cifar10File read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int rest = bytes.length % RECORD;
        if (bytes.length == 0 || rest != 0) {
            throw new DataFormatException(
                    file,
                    bytes.length - rest,
                    rest + " bytes at the end",
                    "whole records of " + RECORD + " bytes, at least one");
        }
        for (int offset = 0; offset < bytes.length; offset += RECORD) {
            int label = bytes[offset] & 0xFF;
            if (label >= CLASSES.size()) {
                throw new DataFormatException(file, offset, "label " + label, "a label below " + CLASSES.size());
            }
        }
        return new Cifar10File(bytes, file.getFileName().toString());
    }

    @Override
    public int size() {
        return bytes.length / RECORD;
    }

    @Override
    public List<String> classes() {
        return CLASSES;
    }

    @Override
    public int label(int index) {
        return bytes[index * RECORD];
    }

    @Override
    public String id(int index) {
        return String.format(Locale.ROOT, "%s#%05d", name, index + 1);
    }

    @Override
    public Picture picture(int index) {
        byte[] pixels = new byte[CHANNELS * PLANE];
        int start = index * RECORD + 1;
        for (int i = 0; i < PLANE; i++) {
            for (int c = 0; c < CHANNELS; c++) {
                pixels[i * CHANNELS + c] = bytes[start + c * PLANE + i];
            }
        }
        return new Picture(SIDE, SIDE, CHANNELS, pixels);
    }
}
