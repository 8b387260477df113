package org.snn4j.data.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.FrameShape;
import org.snn4j.data.FrameSource;
import org.snn4j.data.cache.PackedSample;
import org.snn4j.data.dataset.NMnistFolder.Recording;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.atis.AtisFormat;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.split.Digest;
import org.snn4j.data.split.Manifest;

/** Reads and encodes the parts of one split; used once. */
final class NMnistEncoding {
    private static final int SHOWN = 20;
    private static final ReadSettings SENSOR =
            ReadSettings.DEFAULTS.withSensor(NMnistFolder.SENSOR, NMnistFolder.SENSOR);
    private static final String ADVICE = "lower data.share, data.images, data.left-out or the event encoder's steps";

    private final DatasetContext context;
    private final LabelledImages pictures;
    private final FrameShape eventShape;
    private final FrameShape imageShape;
    private final AtisFormat format = new AtisFormat();
    private final List<Manifest.Entry> entries = new ArrayList<>();
    private final Map<String, String> unreadable = new ConcurrentSkipListMap<>();

    NMnistEncoding(DatasetContext context, LabelledImages pictures) {
        this.context = context;
        this.pictures = pictures;
        eventShape = context.events().shape(NMnistFolder.SENSOR, NMnistFolder.SENSOR);
        imageShape = new FrameShape(
                eventShape.steps(), context.images().channels(), eventShape.height(), eventShape.width());
    }

    /** Everything of the split, encoded. */
    PairedData encode(NMnistSplit split, String name, boolean simulated) {
        requireMemory(split);
        FrameSource train = recordings("train", split.train());
        Map<String, FrameSource> scored = new LinkedHashMap<>();
        if (!split.validation().isEmpty()) {
            scored.put(PairedData.VALIDATION, recordings(PairedData.VALIDATION, split.validation()));
        }
        scored.put(PairedData.TEST, recordings(PairedData.TEST, split.test()));
        if (!split.leftOut().isEmpty()) {
            scored.put(PairedData.LEFT_OUT, recordings(PairedData.LEFT_OUT, split.leftOut()));
        }
        refuseUnreadable();
        FrameSource images = images(split.images());
        int[] twin = split.train().stream()
                .mapToInt(recording -> Math.max(-1, Arrays.binarySearch(split.images(), recording.index() - 1)))
                .toArray();
        Manifest manifest = new Manifest(entries);
        if (context.protocol() == Protocol.CLEAN) {
            manifest.requireNoTwins(
                    Manifest.IMAGES, Set.of(PairedData.VALIDATION, PairedData.TEST, PairedData.LEFT_OUT));
        }
        return new PairedData(name, simulated, train, images, twin, scored, manifest);
    }

    /** Judged by the first recording and the first image. */
    private void requireMemory(NMnistSplit split) {
        long recordings = (long) split.train().size()
                + split.validation().size()
                + split.test().size()
                + split.leftOut().size();
        long perRecording =
                PackedSample.of(encoded(split.train().get(0), new String[1], 0)).bytes();
        long perImage = PackedSample.of(frame(split.images()[0])).bytes();
        MemoryBudget.ofHeap()
                .require(
                        recordings * perRecording + split.images().length * perImage,
                        recordings + " encoded recordings and " + split.images().length + " images",
                        ADVICE);
    }

    private FrameSource recordings(String part, List<Recording> recordings) {
        int[] labels = recordings.stream().mapToInt(Recording::label).toArray();
        List<String> paths = recordings.stream().map(Recording::path).toList();
        String[] digests = new String[labels.length];
        FrameSource source = MemoryFrames.ofSequences(
                eventShape, pictures.classes(), labels, paths, i -> encoded(recordings.get(i), digests, i));
        String shown = part.equals(PairedData.TEST) ? "test picture %d" : "";
        for (int i = 0; i < labels.length; i++) {
            Recording recording = recordings.get(i);
            String picture = shown.isEmpty() ? pictures.id(recording.index() - 1) : shown.formatted(recording.index());
            entries.add(new Manifest.Entry(
                    part,
                    recording.path(),
                    String.valueOf(digests[i]),
                    pictures.classes().get(labels[i]),
                    picture));
        }
        return source;
    }

    /** Frames of a recording; zeros, and a note, if it cannot be read. */
    private float[] encoded(Recording recording, String[] digests, int position) {
        float[] frames = new float[eventShape.length()];
        try {
            byte[] bytes = Files.readAllBytes(recording.file());
            digests[position] = Digest.of(bytes);
            EventStream events = format.read(recording.file(), bytes, SENSOR);
            context.events().encode(events, frames, 0);
        } catch (DataFormatException e) {
            unreadable.put(recording.path(), e.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            unreadable.put(recording.path(), recording.file() + ": " + e.getMessage());
        }
        return frames;
    }

    private void refuseUnreadable() {
        if (unreadable.isEmpty()) {
            return;
        }
        List<String> problems = new ArrayList<>();
        unreadable.values().stream().limit(SHOWN).forEach(message -> problems.add("data: " + message));
        if (unreadable.size() > SHOWN) {
            problems.add("data: and " + (unreadable.size() - SHOWN) + " more recordings that cannot be used");
        }
        throw new ConfigurationException(problems);
    }

    private FrameSource images(int[] chosen) {
        int[] labels = Arrays.stream(chosen).map(pictures::label).toArray();
        List<String> ids = Arrays.stream(chosen).mapToObj(pictures::id).toList();
        String[] digests = new String[chosen.length];
        FrameSource source = MemoryFrames.ofStills(imageShape, pictures.classes(), labels, ids, i -> {
            digests[i] = Digest.of(pictures.picture(chosen[i]).pixels());
            return frame(chosen[i]);
        });
        IntStream.range(0, chosen.length)
                .forEach(i -> entries.add(new Manifest.Entry(
                        Manifest.IMAGES,
                        ids.get(i),
                        digests[i],
                        pictures.classes().get(labels[i]),
                        ids.get(i))));
        return source;
    }

    private float[] frame(int picture) {
        return context.images().frame(pictures.picture(picture), imageShape.height(), imageShape.width());
    }
}
