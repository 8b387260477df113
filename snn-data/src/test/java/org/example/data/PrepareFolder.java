package org.example.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.dataset.DataSet;
import org.snn4j.core.Seeds;
import org.snn4j.data.FrameShape;
import org.snn4j.data.cache.CachedFrames;
import org.snn4j.data.cache.FrameCache;
import org.snn4j.data.cache.Recipe;
import org.snn4j.data.encode.CountByTime;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.nd4j.FrameAxes;
import org.snn4j.data.nd4j.FrameIterator;
import org.snn4j.data.nd4j.SampleOrder;
import org.snn4j.data.split.Digest;

/** Prepares the recordings of a folder {@code <class>/<file>} once, keeps the frames, and gives them in batches. */
final class PrepareFolder {
    private PrepareFolder() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        ReadSettings sensor = ReadSettings.DEFAULTS.withSensor(34, 34);
        CountByTime.Config config = CountByTime.Config.DEFAULTS;
        CountByTime encoder = new CountByTime(config);
        FrameShape shape = encoder.shape(34, 34);

        List<Path> files = list(folder);
        List<String> classes =
                files.stream().map(PrepareFolder::label).distinct().toList();
        List<Recipe.Sample> samples = new ArrayList<>();
        for (Path file : files) {
            String digest = Digest.of(Files.readAllBytes(file)); // frames follow from the bytes, not from the name
            samples.add(new Recipe.Sample(folder.relativize(file).toString(), classes.indexOf(label(file)), digest));
        }
        Recipe recipe =
                new Recipe("my folder", Recipe.Making.of(config.toString(), "34x34"), shape, false, classes, samples);
        CachedFrames frames = new FrameCache(Path.of(arguments[1])).open(recipe, (group, sink) -> {
            for (int sample : group) {
                float[] values = new float[shape.length()];
                encoder.encode(read(files.get(sample), sensor), values, 0);
                sink.accept(sample, values);
            }
        });

        FrameIterator batches = new FrameIterator(frames, 8, FrameAxes.STEPS, SampleOrder.shuffled(new Seeds(1)));
        DataSet first = batches.next(); // a DataSetIterator of ND4J, for fit(...) of any network that takes one
        System.out.printf(
                "%d recordings of %d classes; a batch is %s%n",
                frames.size(),
                classes.size(),
                Arrays.toString(first.getFeatures().shape()));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String label(Path file) {
        return file.getParent().getFileName().toString();
    }

    private static EventStream read(Path file, ReadSettings settings) {
        try {
            return RecordingFormats.standard().read(file, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
