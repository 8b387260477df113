package org.snn4j.eval.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.config.EffectiveConfig;
import org.snn4j.core.config.ResolvedExperiment;
import org.snn4j.eval.run.RunKey;
import org.snn4j.eval.table.Column;
import org.snn4j.eval.table.TableChecks;
import org.snn4j.eval.table.TablePlan;
import org.snn4j.eval.table.TableSettings;

/** The runs of an experiment file, variant by variant and in each seed by seed, and the table it wants. */
public final class Experiment {
    /** Section with the seeds of an experiment; that of one run holds its own. */
    public static final String SEEDS = "seeds";
    /** Section with what stands above the table. */
    public static final String TITLE = "title";
    /** Section with rows, columns and expected values. */
    public static final String TABLE = "table";

    private final String name;
    private final List<String> variants;
    private final List<Long> seeds;
    private final String title;
    private final TableSettings table;
    private final Map<String, String> reconstructions;
    private final List<PlannedRun> runs;

    private Experiment(ResolvedExperiment resolved) {
        EffectiveConfig first = resolved.variants().values().iterator().next();
        name = resolved.name();
        variants = List.copyOf(resolved.variants().keySet());
        seeds = seeds(first);
        title = title(first, name);
        table = table(first);
        reconstructions = Reconstructions.of(resolved.variants(), table.reconstructions());
        List<PlannedRun> planned = new ArrayList<>();
        resolved.variants()
                .forEach((variant, config) -> seeds.forEach(seed -> planned.add(plan(name, variant, config, seed))));
        runs = List.copyOf(planned);
    }

    /**
     * Checks what concerns the experiment as a whole.
     *
     * @throws ConfigurationException with every problem of seeds, table and names
     */
    public static Experiment of(ResolvedExperiment resolved) {
        List<String> problems = new ArrayList<>();
        checkAgreement(resolved, problems);
        EffectiveConfig first = resolved.variants().values().iterator().next();
        checkSeeds(seeds(first), problems);
        checkFolders(resolved, problems);
        problems.addAll(TableChecks.problems(
                TABLE, table(first), List.copyOf(resolved.variants().keySet())));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new Experiment(resolved);
    }

    /** Its name: the folder below {@code runs}. */
    public String name() {
        return name;
    }

    /** Its title, or its name if it has none. */
    public String title() {
        return title;
    }

    /** Names of the variants, in file order. */
    public List<String> variants() {
        return variants;
    }

    /** Root seeds, in file order. */
    public List<Long> seeds() {
        return seeds;
    }

    /** All runs. */
    public List<PlannedRun> runs() {
        return runs;
    }

    /** The table over all variants and seeds. */
    public TablePlan tablePlan() {
        Map<RunKey, String> identities = new HashMap<>();
        runs.forEach(run -> identities.put(run.key(), run.identity()));
        List<Column> columns = table.columns().stream()
                .map(column -> Column.named(column).orElseThrow())
                .toList();
        return new TablePlan(
                name, title, variants, seeds, columns, table.expected(), table.compare(), reconstructions, identities);
    }

    private static PlannedRun plan(String experiment, String variant, EffectiveConfig config, long seed) {
        EffectiveConfig own = config.withValue(SEEDS, List.of(seed));
        return new PlannedRun(new RunKey(experiment, variant, seed), own, own.identity());
    }

    private static List<Long> seeds(EffectiveConfig config) {
        return config.shared().values(SEEDS, Long.class);
    }

    private static String title(EffectiveConfig config, String name) {
        return config.shared().keys().contains(TITLE) ? config.shared().value(TITLE, String.class) : name;
    }

    private static TableSettings table(EffectiveConfig config) {
        return config.shared().settings(TABLE, TableSettings.class);
    }

    private static void checkAgreement(ResolvedExperiment resolved, List<String> problems) {
        EffectiveConfig first = resolved.variants().values().iterator().next();
        resolved.variants().forEach((variant, config) -> {
            String path = "variants." + variant + ".";
            String rule = ": all variants share it; say it at the top of the file";
            if (!seeds(config).equals(seeds(first))) {
                problems.add(path + SEEDS + rule);
            }
            if (!table(config).equals(table(first))) {
                problems.add(path + TABLE + rule);
            }
            if (!title(config, "").equals(title(first, ""))) {
                problems.add(path + TITLE + rule);
            }
        });
    }

    private static void checkSeeds(List<Long> seeds, List<String> problems) {
        if (seeds.isEmpty()) {
            problems.add(SEEDS + ": is empty, must name at least one");
        }
        seeds.stream()
                .filter(seed -> seeds.indexOf(seed) != seeds.lastIndexOf(seed))
                .distinct()
                .forEach(seed -> problems.add(SEEDS + ": " + seed + " stands there twice"));
    }

    /** Some file systems do not tell capital from small letters. */
    private static void checkFolders(ResolvedExperiment resolved, List<String> problems) {
        resolved.variants().keySet().stream()
                .collect(Collectors.groupingBy(
                        variant -> RunKey.folderName(variant).toLowerCase(Locale.ROOT),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .forEach((folder, names) -> {
                    if (names.size() > 1) {
                        problems.add(
                                "variants: " + names + " would share the folder '" + folder + "'; rename all but one");
                    }
                });
    }
}
