package org.snn4j.data.dataset;

import java.nio.file.Path;
import java.util.Optional;
import org.snn4j.core.Check;
import org.snn4j.core.Seeds;
import org.snn4j.data.encode.EventEncoder;
import org.snn4j.data.encode.ImageEncoder;
import org.snn4j.data.split.SplitRule;

/**
 * What a data set needs to open.
 *
 * @param folder the folder given as {@code --data} or {@code SNN4J_DATA}, or null
 * @param events makes frames of recordings
 * @param images makes frames of still images
 * @param protocol which still images training may see
 * @param split which recordings are trained on and which are tested on; empty for the split that is usual for the data set
 * @param keeping where frames are kept
 * @param seeds seeds of the run; the data use the streams {@code share}, {@code validation}, {@code images} and {@code left-out}
 */
public record DatasetContext(
        Path folder,
        EventEncoder events,
        ImageEncoder images,
        Protocol protocol,
        Optional<SplitRule> split,
        FrameKeeping keeping,
        Seeds seeds) {
    public DatasetContext {
        Check.notNull(events, "event encoder");
        Check.notNull(images, "image encoder");
        Check.notNull(protocol, "protocol");
        Check.notNull(split, "split");
        Check.notNull(keeping, "keeping of frames");
        Check.notNull(seeds, "seeds");
    }

    /** With frames in memory. */
    public DatasetContext(
            Path folder,
            EventEncoder events,
            ImageEncoder images,
            Protocol protocol,
            Optional<SplitRule> split,
            Seeds seeds) {
        this(folder, events, images, protocol, split, FrameKeeping.IN_MEMORY, seeds);
    }

    /** With the usual split, and frames in memory. */
    public static DatasetContext of(
            Path folder, EventEncoder events, ImageEncoder images, Protocol protocol, Seeds seeds) {
        return new DatasetContext(folder, events, images, protocol, Optional.empty(), seeds);
    }

    /** The same with another data folder. */
    DatasetContext in(Path other) {
        return new DatasetContext(other, events, images, protocol, split, keeping, seeds);
    }

    /** The same with frames kept elsewhere. */
    public DatasetContext keeping(FrameKeeping other) {
        return new DatasetContext(folder, events, images, protocol, split, other, seeds);
    }

    /** The data folder, if one was given. */
    public Optional<Path> dataFolder() {
        return Optional.ofNullable(folder);
    }
}
