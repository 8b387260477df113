package org.snn4j.data.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.snn4j.core.Check;
import org.snn4j.core.Seeds;
import org.snn4j.data.format.atis.AtisFormat;
import org.snn4j.data.image.Picture;
import org.snn4j.data.io.IdxFile;
import org.snn4j.data.split.Digest;

/**
 * Writes simulated recordings and images as N-MNIST and MNIST files: {@code n-mnist/Train/<digit>/<index>.bin}, {@code n-mnist/Test/...} and
 * {@code mnist/*.gz}. Recording {@code i} shows image {@code i}, from 1; digits follow each other 0 to 9, so that classes are of equal size.
 *
 * <p>The folder is made under another name and moved to its place when it is complete: several processes may make it at once, and none sees a
 * part of it. The same content gives the same bytes.
 */
public final class SimulatedFolder {
    /** Counts up whenever the same settings give other data. */
    public static final int GENERATOR = 1;

    private static final int IMAGE_FILES = 4;

    /**
     * What is generated.
     *
     * @param training recordings to train on; they show the first training images
     * @param test test recordings and test images
     * @param images training images, at least as many as training recordings
     * @param seed seed of every draw
     * @param digits how digits are drawn
     * @param sensor how they are recorded
     */
    public record Content(
            int training,
            int test,
            int images,
            long seed,
            DigitPainter.Settings digits,
            SaccadeSensor.Settings sensor) {
        public Content {
            Check.atLeast(training, DigitPainter.CLASSES, "training");
            Check.atLeast(test, DigitPainter.CLASSES, "test");
            Check.atLeast(images, training, "images");
        }

        /** Name of the folder: equal exactly if the data are. */
        public String folderName() {
            String all = "generator " + GENERATOR + ", " + this;
            return "simulated-"
                    + Digest.of(all.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
        }
    }

    private final Content content;
    private final Seeds seeds;
    private final DigitPainter painter;
    private final SaccadeSensor sensor;

    private SimulatedFolder(Content content) {
        this.content = content;
        seeds = new Seeds(content.seed());
        painter = new DigitPainter(content.digits());
        sensor = new SaccadeSensor(content.sensor(), seeds.stream("sensor"));
    }

    /**
     * The complete folder below {@code parent}, generated if it is not there.
     *
     * @throws UncheckedIOException if it cannot be written, or files are missing from it
     */
    public static Path in(Path parent, Content content) {
        long files = (long) content.training() + content.test() + IMAGE_FILES;
        return GeneratedFolder.in(
                parent,
                content.folderName(),
                "generator " + GENERATOR + ", " + content,
                files,
                folder -> new SimulatedFolder(content).write(folder));
    }

    private void write(Path folder) throws IOException {
        Picture[] training = pictures("train", content.images());
        Picture[] test = pictures("test", content.test());
        writeImages(folder.resolve("mnist"), "train", training);
        writeImages(folder.resolve("mnist"), "t10k", test);
        writeRecordings(folder.resolve("n-mnist/Train"), "train", training, content.training());
        writeRecordings(folder.resolve("n-mnist/Test"), "test", test, content.test());
    }

    private Picture[] pictures(String part, int count) {
        Seeds own = seeds.child("pictures " + part);
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> painter.paint(i % DigitPainter.CLASSES, own.stream("picture " + i)))
                .toArray(Picture[]::new);
    }

    private static void writeImages(Path folder, String prefix, Picture[] pictures) throws IOException {
        int length = DigitPainter.SIDE * DigitPainter.SIDE;
        byte[] values = new byte[pictures.length * length];
        byte[] labels = new byte[pictures.length];
        for (int i = 0; i < pictures.length; i++) {
            System.arraycopy(pictures[i].pixels(), 0, values, i * length, length);
            labels[i] = (byte) (i % DigitPainter.CLASSES);
        }
        Files.createDirectories(folder);
        int[] shape = {pictures.length, DigitPainter.SIDE, DigitPainter.SIDE};
        Files.write(folder.resolve(prefix + "-images-idx3-ubyte.gz"), new IdxFile(shape, values).gzipped());
        Files.write(
                folder.resolve(prefix + "-labels-idx1-ubyte.gz"),
                new IdxFile(new int[] {labels.length}, labels).gzipped());
    }

    private void writeRecordings(Path folder, String part, Picture[] pictures, int count) throws IOException {
        for (int digit = 0; digit < DigitPainter.CLASSES; digit++) {
            Files.createDirectories(folder.resolve(Integer.toString(digit)));
        }
        Seeds own = seeds.child("recordings " + part);
        IntStream.range(0, count).parallel().forEach(i -> {
            Path file = folder.resolve(String.format(Locale.ROOT, "%d/%05d.bin", i % DigitPainter.CLASSES, i + 1));
            try {
                Files.write(file, new AtisFormat().encode(sensor.record(pictures[i], own.stream("recording " + i))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
