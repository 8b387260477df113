package org.snn4j.data.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.catalogue.DatasetCard;
import org.snn4j.data.catalogue.DatasetCards;
import org.snn4j.data.layout.Holdings;
import org.snn4j.data.layout.Layout;
import org.snn4j.data.layout.Recording;
import org.snn4j.data.layout.Stills;
import org.snn4j.data.split.Digest;
import org.snn4j.data.split.Partition;
import org.snn4j.data.split.SplitRule;
import org.snn4j.data.split.SplitTask;

/**
 * A data set of the catalogue: a layout that finds its files, a usual split, a sensor; and a simulated twin that is written once, in the same layout and the same
 * file format, and then opened in the same way.
 */
abstract class CatalogueDataset implements PairedDataset {
    private final Parts parts;

    /**
     * What a data set is made of.
     *
     * @param name its name in the catalogue
     * @param layout finds its files
     * @param stills which still images go with it
     * @param usual its split where none is asked for
     * @param draw what is drawn from its training part
     * @param sensorWidth columns of frames of its sensor's own size
     * @param sensorHeight rows of the same
     * @param twin writes a simulated folder; empty to read the data folder
     */
    record Parts(
            String name,
            Layout layout,
            Stills stills,
            SplitRule usual,
            DrawSettings draw,
            int sensorWidth,
            int sensorHeight,
            Optional<SimulatedTwin> twin) {}

    CatalogueDataset(Parts parts) {
        this.parts = parts;
    }

    @Override
    public final boolean simulated() {
        return parts.twin().isPresent();
    }

    @Override
    public final Optional<DatasetCard> card() {
        return DatasetCards.find(parts.name());
    }

    private String shownName() {
        return simulated() ? "simulated-" + parts.name() : parts.name();
    }

    @Override
    public final Optional<DataOutline> outline() {
        int classes = parts.twin().map(SimulatedTwin::classes).orElseGet(() -> DatasetCards.of(parts.name())
                .classes());
        return Optional.of(outline(shownName(), parts.sensorWidth(), parts.sensorHeight(), classes, parts.draw()));
    }

    /** The parts follow from what is drawn. */
    static DataOutline outline(String name, int width, int height, int classes, DrawSettings draw) {
        Set<String> scored = new LinkedHashSet<>(Set.of(PairedData.TEST));
        if (draw.validation() > 0) {
            scored.add(PairedData.VALIDATION);
        }
        if (draw.share() < 1 && draw.leftOut() > 0) {
            scored.add(PairedData.LEFT_OUT);
        }
        return new DataOutline(name, width, height, classes, scored);
    }

    @Override
    public final Optional<String> fingerprint(Path folder) {
        if (simulated()) {
            return Optional.empty();
        }
        try {
            Holdings holdings = parts.layout().find(folder, parts.stills());
            Digest digest = new Digest();
            Set<Path> files = new TreeSet<>();
            holdings.recordings().forEach(recording -> files.add(recording.file()));
            long bytes = 0;
            for (Path file : files) {
                long size = Files.size(file);
                bytes += size;
                digest.add((holdings.root().relativize(file) + "\t" + size + "\n").getBytes(StandardCharsets.UTF_8));
            }
            for (int i = 0; i < holdings.images().size(); i++) {
                digest.add((holdings.images().id(i) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return Optional.of(parts.name() + ": " + files.size() + " files, " + bytes + " bytes, "
                    + holdings.images().size() + " images, SHA-256 of names and sizes " + digest.hex());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the data in " + folder + ": " + e.getMessage(), e);
        }
    }

    @Override
    public final PairedData open(DatasetContext context) {
        DatasetContext there =
                parts.twin().map(twin -> context.in(twin.folder())).orElse(context);
        return open(there, parts, shownName(), simulated());
    }

    /** Finds, splits, draws and encodes. */
    static PairedData open(DatasetContext context, Parts parts, String name, boolean simulated) {
        try {
            Holdings holdings = parts.layout().find(context.folder(), parts.stills());
            SplitTask task = new SplitTask(
                    parts.name(),
                    holdings.classes(),
                    holdings.recordings().stream().map(Recording::candidate).toList(),
                    context.folder());
            SplitRule rule = context.split().orElse(parts.usual());
            Partition partition = rule.split(task);
            SetSplit split = SetSplit.draw(parts.draw(), holdings, partition, context.protocol(), context.seeds());
            PairedData data = new SetEncoding(context, holdings, parts.sensorWidth(), parts.sensorHeight())
                    .encode(split, name, simulated || holdings.generated());
            List<String> problems = rule.contradictions(data.manifest(), task);
            if (!problems.isEmpty()) {
                throw new ConfigurationException(problems);
            }
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the data in " + context.folder() + ": " + e.getMessage(), e);
        }
    }
}
