package org.snn4j.core.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.Suggestion;

/**
 * Reads experiment files.
 *
 * <p>Order of precedence, weakest first: what a variant extends, what the file extends, the file, the variant, overrides.
 * So a file may say once, for all its variants, what they change about the presets they extend. A phase's own changes
 * come after all of these, so that {@code training.epochs=1} reaches the phases that say nothing about epochs.
 */
public final class ExperimentReader {
    private static final String OVERRIDE = "--set";

    private final Catalogue catalogue;
    private final Function<String, Optional<String>> defaultUse;

    public ExperimentReader(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.defaultUse = key -> catalogue
                .section(key)
                .filter(section -> section.kind() == Section.Kind.COMPONENT)
                .flatMap(section -> section.fallback().map(String::valueOf));
    }

    /**
     * @param overrides changes such as {@code training.epochs=5}, the value as in YAML, nothing after the sign removes
     * @throws ConfigurationException with every problem of the file, of what it extends, and of all variants and phases
     */
    public ResolvedExperiment read(Path file, List<String> overrides) {
        Problems problems = new Problems();
        FileChain chain = FileChain.read(file, problems);
        List<Layer> layers = layers(chain, problems);
        Layer changes = overrides(overrides, problems);
        layers.add(new Layer(
                changes.sections().without(changes.sections().entries().keySet()),
                changes.phases(),
                changes.variants(),
                Optional.empty()));
        Map<String, List<Layer>> variants = variants(layers, problems);
        State base = new State(chain.roots().get(0).origin()).all(layers, problems);
        if (variants.values().stream().allMatch(own -> extended(own).isEmpty())) {
            // Only to find removals of what is not there; a variant that has removed it as well must not complain.
            new State(base)
                    .apply(Layer.ofSections(changes.sections()), new Merge(defaultUse, problems, false), problems);
        }
        String name = name(chain, problems);
        Set<Path> files = new LinkedHashSet<>(chain.files());
        Map<String, EffectiveConfig> resolved = new LinkedHashMap<>();
        Resolver resolver = new Resolver(catalogue, problems);
        variants.forEach((variant, own) -> {
            State state = extended(own)
                    .flatMap(node -> extend(node, files, problems))
                    .map(start -> start.all(layers, problems))
                    .orElseGet(() -> new State(base))
                    .all(own, problems);
            state.apply(Layer.ofSections(changes.sections()), new Merge(defaultUse, problems, true), problems);
            Origin place =
                    own.isEmpty() ? state.tree.origin() : own.get(0).sections().origin();
            resolver.checkName(variant, place, "the variant's name");
            resolved.put(variant, resolve(name, state, resolver, problems));
        });
        problems.throwIfAny();
        return new ResolvedExperiment(name, List.copyOf(files), resolved);
    }

    /** What the files of a chain say, weakest first. */
    private static List<Layer> layers(FileChain chain, Problems problems) {
        List<Layer> layers = new ArrayList<>();
        chain.roots().forEach(root -> layers.add(0, Layer.ofFile(root, problems)));
        return layers;
    }

    private static Map<String, List<Layer>> variants(List<Layer> layers, Problems problems) {
        Map<String, List<Layer>> variants = new LinkedHashMap<>();
        for (Layer layer : layers) {
            checkRemovals(layer, "variants", layer.variants(), variants, problems);
            collect(layer.variants(), variants);
        }
        if (variants.isEmpty()) {
            variants.put(ResolvedExperiment.ONLY_VARIANT, List.of());
        }
        return variants;
    }

    /** The file that a variant extends, by the nearest of its layers that says one. */
    private static Optional<Node> extended(List<Layer> variant) {
        return variant.stream().flatMap(layer -> layer.base().stream()).reduce((first, second) -> second);
    }

    /** A start from that file; empty, and reported, if it cannot be read. */
    private Optional<State> extend(Node base, Set<Path> files, Problems problems) {
        try {
            FileChain chain = FileChain.extendedBy(base, problems);
            files.addAll(chain.files());
            return Optional.of(new State(base.origin()).all(layers(chain, problems), problems));
        } catch (ConfigurationException reported) {
            return Optional.empty();
        }
    }

    private static void checkRemovals(
            Layer layer, String key, Map<String, Layer> changes, Map<String, List<Layer>> there, Problems problems) {
        changes.forEach((name, change) -> {
            if (change == null && !there.containsKey(name)) {
                Origin at = layer.sections().origin().child(key).child(name);
                problems.add(at, "there is nothing to remove" + Suggestion.known(name, there.keySet()));
            }
        });
    }

    /** Adds changes by name; null forgets what there was. */
    private static void collect(Map<String, Layer> changes, Map<String, List<Layer>> into) {
        changes.forEach((name, layer) -> {
            if (layer == null) {
                into.remove(name);
            } else {
                into.computeIfAbsent(name, unknown -> new ArrayList<>()).add(layer);
            }
        });
    }

    private EffectiveConfig resolve(String name, State state, Resolver resolver, Problems problems) {
        resolver.checkKeys(state.tree);
        Map<String, Object> shared = resolver.bind(state.tree, section -> !section.perPhase());
        Map<String, Map<String, Object>> phases = new LinkedHashMap<>();
        state.phases.forEach((phase, layers) -> {
            Node.Mapping tree = state.tree;
            for (Layer layer : layers) {
                resolver.checkName(phase, layer.sections().origin(), "the phase's name");
                resolver.checkPhaseKeys(layer.sections());
                tree = new Merge(defaultUse, problems, false).apply(tree, layer.sections());
            }
            resolver.checkKeys(tree);
            phases.put(phase, resolver.bind(tree, Section::perPhase));
        });
        boolean written = !phases.isEmpty();
        if (!written) {
            phases.put(EffectiveConfig.ONLY_PHASE, resolver.bind(state.tree, Section::perPhase));
        }
        return new EffectiveConfig(name, catalogue, shared, phases, written);
    }

    private static Layer overrides(List<String> overrides, Problems problems) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (String override : overrides) {
            int sign = override.indexOf('=');
            String key = sign < 0 ? override : override.substring(0, sign).strip();
            Origin at = new Origin(OVERRIDE + " " + override, 0, List.of(key));
            if (sign <= 0) {
                problems.add(at, "expected key=value");
            } else if (Section.RESERVED.contains(key)) {
                problems.add(at, "only a file can say this as a whole");
            } else {
                entries.put(key, YamlReader.value(override.substring(sign + 1), at, problems));
            }
        }
        return Layer.ofFile(new Node.Mapping(entries, new Origin(OVERRIDE, 0, List.of())), problems);
    }

    /** Not inherited: a file that extends a preset is another experiment. */
    private static String name(FileChain chain, Problems problems) {
        Node given = chain.roots().get(0).entries().get("name");
        if (given instanceof Node.Scalar scalar && scalar.value() instanceof String name && !name.isBlank()) {
            return name;
        }
        if (given != null) {
            problems.add(given.origin(), "expected text, found " + given.describe());
        }
        String file = String.valueOf(chain.files().get(0).getFileName());
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    /** Merged sections, and the changes of each phase that are still to be merged. */
    private final class State {
        private Node.Mapping tree;
        private final Map<String, List<Layer>> phases = new LinkedHashMap<>();

        State(Origin origin) {
            tree = new Node.Mapping(Map.of(), origin);
        }

        State(State other) {
            tree = other.tree;
            other.phases.forEach((phase, layers) -> phases.put(phase, new ArrayList<>(layers)));
        }

        State all(List<Layer> layers, Problems problems) {
            layers.forEach(layer -> apply(layer, new Merge(defaultUse, problems, false), problems));
            return this;
        }

        void apply(Layer layer, Merge merge, Problems problems) {
            checkRemovals(layer, "phases", layer.phases(), phases, problems);
            collect(layer.phases(), phases);
            tree = merge.apply(tree, layer.sections());
        }
    }
}
