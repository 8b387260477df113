package org.snn4j.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.snn4j.core.Seeds;
import org.snn4j.data.FrameShape;
import org.snn4j.data.cache.CachedFrames;
import org.snn4j.data.cache.FrameCache;
import org.snn4j.data.cache.Recipe;
import org.snn4j.data.encode.CountByTimeTonic;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.EventReader;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.RecordingFormat;
import org.snn4j.data.format.RecordingFormats;
import org.snn4j.data.format.atis.AtisFormat;
import org.snn4j.data.image.Picture;
import org.snn4j.data.io.MnistImages;
import org.snn4j.data.resize.Interpolation;
import org.snn4j.data.simulate.EventSimulator;
import org.snn4j.data.simulate.PictureRecorder;
import org.snn4j.data.simulate.Saccades;
import org.snn4j.data.simulate.View;
import org.snn4j.data.split.Digest;
import org.snn4j.data.stream.RecordingWindows;
import org.snn4j.data.stream.WindowFrame;
import org.snn4j.data.stream.WindowRule;

/**
 * One case of compare-data.sh on our side; prints a line of JSON with times in seconds and what the peers must find, too.
 *
 * <p>Arguments: {@code frames FOLDER THREADS REPETITIONS}, {@code decode FORMAT FILE REPETITIONS}, {@code folder FOLDER CACHE THREADS},
 * {@code memory FILE WINDOW}, or {@code simulate DATA THREADS REPETITIONS}.
 */
public final class DataBenchmark {
    private static final int STEPS = 10;
    private static final int SIDE = 34;
    private static final int RECORDINGS = 200;
    private static final ReadSettings SENSOR = ReadSettings.DEFAULTS.withSensor(SIDE, SIDE);
    private static final CountByTimeTonic.Config CONFIG =
            new CountByTimeTonic.Config(STEPS, 0, Interpolation.BILINEAR_ALIGNED);
    private static final CountByTimeTonic ENCODER = new CountByTimeTonic(CONFIG);
    private static final FrameShape SHAPE = ENCODER.shape(SIDE, SIDE);

    private DataBenchmark() {}

    /** Runs a case. */
    public static void main(String[] arguments) throws IOException {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("name", "snn4j");
        result.put("configuration", "");
        result.put("version", "Java " + System.getProperty("java.runtime.version"));
        switch (arguments[0]) {
            case "frames" -> frames(files(Path.of(arguments[1])), number(arguments[2]), number(arguments[3]), result);
            case "decode" -> decode(arguments[1], Path.of(arguments[2]), number(arguments[3]), result);
            case "folder" -> folder(Path.of(arguments[1]), Path.of(arguments[2]), number(arguments[3]), result);
            case "memory" -> memory(Path.of(arguments[1]), number(arguments[2]), result);
            case "simulate" -> simulate(Path.of(arguments[1]), number(arguments[2]), number(arguments[3]), result);
            default -> throw new IllegalArgumentException("case is '" + arguments[0] + "', see the documentation");
        }
        System.out.println(new ObjectMapper().writeValueAsString(result));
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".bin"))
                    .sorted()
                    .toList();
        }
    }

    /** A recording of N-MNIST. */
    static EventStream readDigit(Path file) {
        try {
            return new AtisFormat().read(file, Files.readAllBytes(file), SENSOR);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IntStream indices(int count, int threads) {
        IntStream indices = IntStream.range(0, count);
        return threads == 1 ? indices : indices.parallel();
    }

    private static float[] encoded(Path file) {
        float[] frames = new float[SHAPE.length()];
        ENCODER.encode(readDigit(file), frames, 0);
        return frames;
    }

    private static void frames(List<Path> files, int threads, int repetitions, Map<String, Object> result) {
        result.put("configuration", threads + (threads == 1 ? " thread" : " threads"));
        result.put("settings", Timing.settings(repetitions));
        AtomicLong events = new AtomicLong();
        ThreadLocal<float[]> target = ThreadLocal.withInitial(() -> new float[SHAPE.length()]);
        result.put("seconds", Timing.times(repetitions, () -> {
            events.set(0);
            indices(files.size(), threads).forEach(i -> {
                EventStream recording = readDigit(files.get(i));
                ENCODER.encode(recording, target.get(), 0);
                events.addAndGet(recording.size());
            });
        }));
        result.put("events", events.get());
        result.put("found", digest(files.size(), i -> encoded(files.get(i))));
    }

    private interface Sample {
        float[] frames(int index);
    }

    /** SHA-256 of all counts as 16-bit numbers. */
    private static String digest(int samples, Sample sample) {
        Digest digest = new Digest();
        for (int i = 0; i < samples; i++) {
            float[] frames = sample.frames(i);
            ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * frames.length).order(ByteOrder.LITTLE_ENDIAN);
            for (float count : frames) {
                bytes.putShort((short) count);
            }
            digest.add(bytes.array());
        }
        return digest.hex();
    }

    private static void decode(String format, Path file, int repetitions, Map<String, Object> result)
            throws IOException {
        RecordingFormat reader = RecordingFormats.standard().named(format);
        EventStream events = RecordingFormats.read(reader, file, ReadSettings.DEFAULTS);
        result.put("found", sums(events));
        result.put("events", events.size());
        result.put("settings", Timing.settings(repetitions));
        result.put("seconds", Timing.times(repetitions, () -> {
            try {
                RecordingFormats.read(reader, file, ReadSettings.DEFAULTS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** Number of events, sums of columns, rows and polarities, and of times since the first event. */
    private static List<Long> sums(EventStream events) {
        long x = 0;
        long y = 0;
        long on = 0;
        long time = 0;
        for (int i = 0; i < events.size(); i++) {
            x += events.x(i);
            y += events.y(i);
            on += events.polarity(i);
            time += events.time(i) - events.firstTime();
        }
        return List.of((long) events.size(), x, y, on, time);
    }

    /** A first pass, which prepares frames and reads them all, and a second, in a process in which nothing has run before. */
    private static void folder(Path folder, Path cache, int threads, Map<String, Object> result) throws IOException {
        List<Path> files = files(folder);
        long start = System.nanoTime();
        pass(files, folder, cache, threads);
        long middle = System.nanoTime();
        CachedFrames frames = pass(files, folder, cache, threads);
        long end = System.nanoTime();
        result.put("settings", Map.of("threads", threads));
        result.put("first", (middle - start) / 1e9);
        result.put("cached", (end - middle) / 1e9);
        result.put("samples", files.size());
        result.put("bytes", frames.bytes());
        result.put("found", digest(files.size(), i -> {
            float[] values = new float[SHAPE.length()];
            frames.read(i, values, 0);
            return values;
        }));
    }

    private static CachedFrames pass(List<Path> files, Path folder, Path cache, int threads) {
        Recipe.Sample[] samples = new Recipe.Sample[files.size()];
        indices(samples.length, threads).forEach(i -> {
            try {
                Path file = files.get(i);
                int label = file.getParent().getFileName().toString().charAt(0) - '0';
                String digest = Digest.of(Files.readAllBytes(file));
                samples[i] = new Recipe.Sample(folder.relativize(file).toString(), label, digest);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        List<String> classes = new ArrayList<>(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
        Recipe recipe = new Recipe(
                "n-mnist", Recipe.Making.of(CONFIG.toString(), "34x34"), SHAPE, false, classes, List.of(samples));
        ThreadLocal<float[]> target = ThreadLocal.withInitial(() -> new float[SHAPE.length()]);
        CachedFrames frames = new FrameCache(cache).open(recipe, (group, sink) -> {
            for (int sample : group) {
                ENCODER.encode(readDigit(files.get(sample)), target.get(), 0);
                sink.accept(sample, target.get());
            }
        });
        indices(frames.size(), threads).forEach(i -> frames.read(i, target.get(), 0));
        return frames;
    }

    private static void memory(Path file, int window, Map<String, Object> result) throws IOException {
        long start = System.nanoTime();
        long frames = 0;
        long events = 0;
        long weighted = 0;
        EventReader reader = RecordingFormats.standard().recognise(file).open(file, ReadSettings.DEFAULTS);
        try (RecordingWindows<WindowFrame> windows = RecordingWindows.frames(reader, WindowRule.byTime(window))) {
            while (windows.hasNext()) {
                WindowFrame frame = windows.next();
                double sum = 0;
                for (float count : frame.counts()) {
                    sum += count;
                }
                frames++;
                events += (long) sum;
                weighted += frames * (long) sum;
            }
        }
        result.put("seconds", (System.nanoTime() - start) / 1e9);
        result.put("settings", Map.of("window", window));
        result.put("events", events);
        result.put("found", List.of(frames, events, weighted));
        result.put("bytes", Files.size(file));
        result.put("peakMiB", peak());
    }

    /** Largest resident set of this process so far, in MiB. */
    private static long peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
                .findFirst()
                .orElseThrow();
    }

    private static void simulate(Path data, int threads, int repetitions, Map<String, Object> result)
            throws IOException {
        Path folder = data.resolve("mnist");
        MnistImages images = MnistImages.read(
                folder.resolve("train-images-idx3-ubyte.gz"), folder.resolve("train-labels-idx1-ubyte.gz"), STEPS);
        Picture first = images.picture(0);
        PictureRecorder recorder = new PictureRecorder(
                new EventSimulator(EventSimulator.Config.DEFAULTS, SIDE, SIDE, new Seeds(1).stream("sensor")),
                new Saccades(Saccades.Config.DEFAULTS),
                View.whole(SIDE, SIDE, first));
        AtomicLong events = new AtomicLong();
        Seeds seeds = new Seeds(1);
        result.put("configuration", threads + (threads == 1 ? " thread" : " threads"));
        result.put("settings", Timing.settings(repetitions));
        result.put("seconds", Timing.times(repetitions, () -> {
            events.set(0);
            indices(RECORDINGS, threads)
                    .forEach(i -> events.addAndGet(recorder.record(images.picture(i), seeds.stream("recording " + i))
                            .size()));
        }));
        result.put("recordings", RECORDINGS);
        result.put("events", events.get());
    }
}
