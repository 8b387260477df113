package org.snn4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.snn4j.core.Seeds;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.atis.AtisFormat;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.image.Picture;
import org.snn4j.data.io.MnistImages;
import org.snn4j.data.simulate.PictureRecorder;

/**
 * Recordings of N-MNIST and the pictures they show, in the order of class and index.
 *
 * @param recordings as recorded
 * @param pictures what they show
 * @param labels digits
 * @param indices positions of the pictures in MNIST, from 1
 */
record CalibrationPairs(
        List<EventStream> recordings, List<Picture> pictures, List<Integer> labels, List<Integer> indices) {
    static final int SIDE = 34;
    static final int CLASSES = 10;

    private static final String SUFFIX = ".bin";

    /** @param part {@code Train} or {@code Test}   @param images the part of MNIST that it shows */
    static CalibrationPairs read(Path data, String part, LabelledImages images) throws IOException {
        CalibrationPairs pairs =
                new CalibrationPairs(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        AtisFormat format = new AtisFormat();
        for (int label = 0; label < CLASSES; label++) {
            List<Path> files;
            try (Stream<Path> all =
                    Files.list(data.resolve("n-mnist").resolve(part).resolve(Integer.toString(label)))) {
                files = all.filter(file -> file.toString().endsWith(SUFFIX))
                        .sorted()
                        .toList();
            }
            for (Path file : files) {
                String name = file.getFileName().toString();
                int index = Integer.parseInt(name.substring(0, name.length() - SUFFIX.length()));
                pairs.recordings.add(
                        format.read(file, Files.readAllBytes(file), ReadSettings.DEFAULTS.withSensor(SIDE, SIDE)));
                pairs.pictures.add(images.picture(index - 1));
                pairs.labels.add(label);
                pairs.indices.add(index);
            }
        }
        return pairs;
    }

    /** MNIST's training or test images. */
    static MnistImages images(Path data, String prefix) throws IOException {
        Path folder = data.resolve("mnist");
        return MnistImages.read(
                folder.resolve(prefix + "-images-idx3-ubyte.gz"),
                folder.resolve(prefix + "-labels-idx1-ubyte.gz"),
                CLASSES);
    }

    int size() {
        return recordings.size();
    }

    /** The pairs of some ranks. */
    CalibrationPairs select(int... ranks) {
        CalibrationPairs some =
                new CalibrationPairs(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int rank : ranks) {
            some.recordings.add(recordings.get(rank));
            some.pictures.add(pictures.get(rank));
            some.labels.add(labels.get(rank));
            some.indices.add(indices.get(rank));
        }
        return some;
    }

    /** Simulated recordings of the same pictures. */
    List<EventStream> twins(PictureRecorder recorder, Seeds seeds) {
        return recorder.recordAll(size(), pictures::get, seeds);
    }

    int[] labelArray() {
        return labels.stream().mapToInt(Integer::intValue).toArray();
    }
}
