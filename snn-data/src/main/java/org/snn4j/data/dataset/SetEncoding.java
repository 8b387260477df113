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
import org.snn4j.data.cache.Preparation;
import org.snn4j.data.event.EventStream;
import org.snn4j.data.image.LabelledImages;
import org.snn4j.data.image.Picture;
import org.snn4j.data.layout.Holdings;
import org.snn4j.data.layout.Recording;
import org.snn4j.data.pair.Pair;
import org.snn4j.data.split.Digest;
import org.snn4j.data.split.Manifest;

/** Reads and encodes the parts of one split; used once. */
final class SetEncoding {
    private static final int SHOWN = 20;
    /** In place of the digest of a file that cannot be read: no frames are ever kept under it. */
    private static final String UNREADABLE = "unreadable";

    private final DatasetContext context;
    private final Holdings holdings;
    private final LabelledImages pictures;
    private final String sensor;
    private final FrameShape eventShape;
    private final FrameShape imageShape;
    private final List<Manifest.Entry> entries = new ArrayList<>();
    private final Map<String, String> unreadable = new ConcurrentSkipListMap<>();

    SetEncoding(DatasetContext context, Holdings holdings, int sensorWidth, int sensorHeight) {
        this.context = context;
        this.holdings = holdings;
        this.pictures = holdings.images();
        sensor = sensorWidth + "x" + sensorHeight;
        eventShape = context.events().shape(sensorWidth, sensorHeight);
        imageShape = new FrameShape(
                eventShape.steps(), context.images().channels(), eventShape.height(), eventShape.width());
    }

    /** Everything of the split, encoded. */
    PairedData encode(SetSplit split, String name, boolean simulated) {
        FrameShelf shelf = shelf(split, name);
        FrameSource train = recordings(shelf, "train", split.train());
        Map<String, FrameSource> scored = new LinkedHashMap<>();
        if (!split.validation().isEmpty()) {
            scored.put(PairedData.VALIDATION, recordings(shelf, PairedData.VALIDATION, split.validation()));
        }
        scored.put(PairedData.TEST, recordings(shelf, PairedData.TEST, split.test()));
        if (!split.leftOut().isEmpty()) {
            scored.put(PairedData.LEFT_OUT, recordings(shelf, PairedData.LEFT_OUT, split.leftOut()));
        }
        refuseUnreadable();
        FrameSource images = images(shelf, split.images());
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
    private FrameShelf shelf(SetSplit split, String name) {
        long recordings = (long) split.train().size()
                + split.validation().size()
                + split.test().size()
                + split.leftOut().size();
        float[][] first = new float[1][];
        List<Recording> sample = List.of(split.train().get(0));
        encode(sample, new int[] {0}, new String[1], (index, frames) -> first[index] = frames);
        long perRecording = PackedSample.of(first[0]).mostBytes();
        long perImage = split.images().length == 0
                ? 0
                : PackedSample.of(frame(pictures.picture(split.images()[0]))).mostBytes();
        return FrameShelf.choose(
                name,
                context.keeping(),
                MemoryBudget.ofHeap(),
                recordings * perRecording + split.images().length * perImage,
                recordings + " encoded recordings and " + split.images().length + " images");
    }

    private FrameSource recordings(FrameShelf shelf, String part, List<Recording> recordings) {
        int[] labels = recordings.stream().mapToInt(Recording::label).toArray();
        List<String> paths = recordings.stream().map(Recording::path).toList();
        String[] digests = new String[labels.length];
        List<int[]> files = byFile(recordings);
        if (shelf.inFiles()) {
            files.parallelStream().forEach(group -> digest(recordings, group, digests));
        }
        FrameSource source = shelf.keep(
                part,
                context.keeping().ofEvents(sensor),
                new FrameShelf.Part(eventShape, false, pictures.classes(), labels, paths),
                digests,
                files,
                preparation(recordings, digests));
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

    private Preparation preparation(List<Recording> recordings, String[] digests) {
        return new Preparation() {
            @Override
            public void encode(int[] group, Sink sink) {
                SetEncoding.this.encode(recordings, group, digests, sink);
            }

            @Override
            public void finish() {
                refuseUnreadable();
            }
        };
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

    /** Digests of the recordings of one file, which is not decoded. */
    private void digest(List<Recording> recordings, int[] group, String[] digests) {
        Path file = recordings.get(group[0]).file();
        String whole;
        try {
            whole = Digest.of(file);
        } catch (IOException e) {
            whole = UNREADABLE;
        }
        for (int i : group) {
            digests[i] = digest(whole, recordings.get(i));
        }
    }

    /**
     * Frames of the recordings of one file; zeros, and a note, for each that cannot be read.
     *
     * @param digests of the recordings; those that are null are set
     */
    private void encode(List<Recording> recordings, int[] group, String[] digests, Preparation.Sink sink) {
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
                String digest = digest(whole, recordings.get(i));
                if (digests[i] != null && !digests[i].equals(digest)) {
                    unreadable.put(recordings.get(i).path(), file + ": changed while it was read");
                }
                digests[i] = digest;
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

    private FrameSource images(FrameShelf shelf, int[] chosen) {
        int[] labels = Arrays.stream(chosen).map(pictures::label).toArray();
        List<String> ids = Arrays.stream(chosen).mapToObj(pictures::id).toList();
        String[] digests = new String[chosen.length];
        String[] keys = new String[chosen.length];
        if (shelf.inFiles()) {
            IntStream.range(0, chosen.length).parallel().forEach(i -> {
                Picture picture = pictures.picture(chosen[i]);
                digests[i] = Digest.of(picture.pixels());
                keys[i] = digests[i] + " " + picture;
            });
        }
        FrameSource source = shelf.keep(
                Manifest.IMAGES,
                context.keeping().ofImages(),
                new FrameShelf.Part(imageShape, true, pictures.classes(), labels, ids),
                keys,
                Preparation.single(chosen.length),
                (group, sink) -> {
                    Picture picture = pictures.picture(chosen[group[0]]);
                    digests[group[0]] = Digest.of(picture.pixels());
                    sink.accept(group[0], frame(picture));
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

    private float[] frame(Picture picture) {
        return context.images().frame(picture, imageShape.height(), imageShape.width());
    }
}
