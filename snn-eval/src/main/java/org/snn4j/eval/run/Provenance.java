package org.snn4j.eval.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snn4j.core.Check;

/**
 * Content of {@code provenance.json}: under which circumstances a run's numbers came about.
 *
 * @param format version of this layout
 * @param experiment its name
 * @param variant its name
 * @param seed root seed
 * @param identity SHA-256 of the effective configuration
 * @param protocol {@code clean} or {@code paper}
 * @param selection which epoch's weights are scored
 * @param software this program
 * @param machine what it ran on
 * @param computing kernels and threads
 * @param plugins jars of others that took part
 * @param data what it learnt from
 * @param seeds seed of each named stream
 * @param start begin, ISO 8601 in UTC
 * @param end end, ISO 8601 in UTC; empty while the run lasts
 */
public record Provenance(
        int format,
        String experiment,
        String variant,
        long seed,
        String identity,
        String protocol,
        String selection,
        Software software,
        Machine machine,
        Computing computing,
        List<PluginJar> plugins,
        DataFacts data,
        Map<String, Long> seeds,
        String start,
        String end) {
    /** The layout this program writes. */
    public static final int FORMAT = 3;

    /**
     * This program.
     *
     * @param version its version, or {@value #UNKNOWN}
     * @param revision Git revision of the checkout it runs from, or {@value #UNKNOWN}
     * @param state {@code clean}, {@code modified} (tracked files differ from the revision) or {@value #UNKNOWN}
     */
    public record Software(String version, String revision, String state) {
        /** What could not be found out. */
        public static final String UNKNOWN = "unknown";
    }

    /**
     * A jar (or a folder of classes) that brought components.
     *
     * @param plugin class that registers them
     * @param file its name
     * @param sha256 digest of its bytes
     */
    public record PluginJar(String plugin, String file, String sha256) {}

    /**
     * The data.
     *
     * @param name registered name of the data set
     * @param simulated true if the recordings come from a simulated sensor
     * @param source what the data folder held for the data set, by names and sizes of files; empty if the data were not read from there
     * @param digest SHA-256 over every sample of every part and the split
     * @param frames where the encoded frames lay and what the file asked for, such as {@code in memory (cache: never)}; empty if the run did not note it
     * @param counts samples by part and class; also scored recordings whose pictures are trained on or unknown, if there are any
     */
    public record DataFacts(
            String name,
            boolean simulated,
            String source,
            String digest,
            String frames,
            Map<String, Map<String, Integer>> counts) {
        public DataFacts {
            Check.notBlank(name, "data.name");
            Check.notNull(source, "data.source");
            Check.notBlank(digest, "data.digest");
            Check.notNull(frames, "data.frames");
            counts = Collections.unmodifiableMap(new LinkedHashMap<>(Check.notNull(counts, "data.counts")));
        }

        /** Samples of a part, 0 if there is no such part. */
        public int size(String part) {
            return counts.getOrDefault(part, Map.of()).values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }
    }

    public Provenance {
        if (format != FORMAT) {
            throw new IllegalArgumentException("format is " + format + ", this version reads " + FORMAT);
        }
        Check.notBlank(identity, "identity");
        Check.notBlank(protocol, "protocol");
        Check.notBlank(selection, "selection");
        Check.notNull(software, "software");
        Check.notNull(machine, "machine");
        Check.notNull(computing, "computing");
        Check.notNull(data, "data");
        plugins = List.copyOf(Check.notNull(plugins, "plugins"));
        seeds = Collections.unmodifiableMap(new LinkedHashMap<>(Check.notNull(seeds, "seeds")));
    }

    /**
     * The same run, ended.
     *
     * @param time end, ISO 8601 in UTC
     * @param streams seed of each stream that was used
     * @param computed what did its arithmetic
     */
    public Provenance ended(String time, Map<String, Long> streams, Computing computed) {
        return new Provenance(
                format,
                experiment,
                variant,
                seed,
                identity,
                protocol,
                selection,
                software,
                machine,
                computed,
                plugins,
                data,
                streams,
                start,
                time);
    }
}
