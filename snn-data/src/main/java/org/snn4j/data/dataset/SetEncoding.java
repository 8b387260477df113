package org.snn4j.data.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import org.snn4j.data.event.EventStream;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.layout.Holdings;
import org.snn4j.data.layout.Recording;
import org.snn4j.data.pair.Pair;
import org.snn4j.data.split.Digest;
import org.snn4j.data.split.Manifest;

/** Reads and encodes the parts of one split; used once. */
final class SetEncoding {
    private static final int SHOWN = 20;
    private static final String ADVICE = "lower data.share, data.images, data.left-out or the event encoder's steps";

    private final DatasetContext context;
    private final Holdings holdings;
    private final LabelledImages pictures;
    private final FrameShape eventShape;
    private final FrameShape imageShape;
    private final List<Manifest.Entry> entries = new ArrayList<>();
    private final Map<String, String> unreadable = new ConcurrentSkipListMap<>();

    SetEncoding(DatasetContext context, Holdings holdings, int sensorWidth, int sensorHeight) {
        this.context = context;
        this.holdings = holdings;
        this.pictures = holdings.images();
        eventShape = context.events().shape(sensorWidth, sensorHeight);
        imageShape = new FrameShape(
                eventShape.steps(), context.images().channels(), eventShape.height(), eventShape.width());
    }

    /** Everything of the split, encoded. */
    PairedData encode(SetSplit split, String name, boolean simulated) {
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
                .mapToInt(recording -> Math.max(Pair.NONE, Arrays.binarySearch(split.images(), recording.picture())))
                .toArray();
        Manifest manifest = new Manifest(entries);
        if (context.protocol() == Protocol.CLEAN) {
            manifest.requireNoTwins(
                    Manifest.IMAGES, Set.of(PairedData.VALIDATION, PairedData.TEST, PairedData.LEFT_OUT));
        }
        return new PairedData(name, simulated, train, images, twin, scored, manifest);
    }

    /** Judged by the first recording and the first image. */
    private void requireMemory(SetSplit split) {
        long recordings = (long) split.train().size()
                + split.validation().size()
                + split.test().size()
                + split.leftOut().size();
        float[][] first = new float[1][];
        List<Recording> sample = List.of(split.train().get(0));
        encode(sample, new int[] {0}, new String[1], (index, frames) -> first[index] = frames);
        long perRecording = PackedSample.of(first[0]).bytes();
        long perImage = split.images().length == 0
                ? 0
                : PackedSample.of(frame(split.images()[0])).bytes();
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
        FrameSource source = MemoryFrames.ofGroups(
                eventShape,
                pictures.classes(),
                labels,
                paths,
                byFile(recordings),
                (group, sink) -> encode(recordings, group, digests, sink));
        for (int i = 0; i < labels.length; i++) {
            Recording recording = recordings.get(i);
            String picture =
                    recording.picture() == Recording.UNKNOWN ? recording.shown() : pictures.id(recording.picture());
            entries.add(new Manifest.Entry(
                    part,
                    recording.path(),
                    String.valueOf(digests[i]),
                    pictures.classes().get(labels[i]),
                    picture));
        }
        return source;
    }

    /** Recordings that lie in the same file, so that it is read once. */
    private static List<int[]> byFile(List<Recording> recordings) {
        Map<Path, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < recordings.size(); i++) {
            groups.computeIfAbsent(recordings.get(i).file(), file -> new ArrayList<>())
                    .add(i);
        }
        return groups.values().stream()
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /** Frames of the recordings of one file; zeros, and a note, for each that cannot be read. */
    private void encode(List<Recording> recordings, int[] group, String[] digests, MemoryFrames.Sink sink) {
        Path file = recordings.get(group[0]).file();
        EventStream events = null;
        String whole = null;
        try {
            Digest digest = new Digest();
            events = holdings.decoder().decode(file, digest);
            whole = digest.hex();
        } catch (DataFormatException e) {
            Arrays.stream(group).forEach(i -> unreadable.put(recordings.get(i).path(), e.getMessage()));
        } catch (IOException | IllegalArgumentException e) {
            Arrays.stream(group).forEach(i -> unreadable.put(recordings.get(i).path(), file + ": " + e.getMessage()));
        }
        for (int i : group) {
            float[] frames = new float[eventShape.length()];
            if (events != null) {
                digests[i] = digest(whole, recordings.get(i));
                encode(recordings.get(i), events, frames);
            }
            sink.accept(i, frames);
        }
    }

    /** A part of a file is known by the whole file and its place in it. */
    private static String digest(String whole, Recording recording) {
        return recording
                .span()
                .map(span -> Digest.of((whole + " " + span.from() + " " + span.to()).getBytes(StandardCharsets.UTF_8)))
                .orElse(whole);
    }

    private void encode(Recording recording, EventStream events, float[] frames) {
        try {
            EventStream own = recording
                    .span()
                    .map(span -> events.between(span.from(), span.to()))
                    .orElse(events);
            context.events().encode(own, frames, 0);
        } catch (IllegalArgumentException e) {
            unreadable.put(recording.path(), recording.file() + ": " + e.getMessage());
        }
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
