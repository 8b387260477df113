package org.snn4j.eval.inject;

import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import com.google.inject.name.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snn4j.core.Check;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.config.EffectiveConfig;
import org.snn4j.core.config.Node;
import org.snn4j.core.config.YamlWriter;
import org.snn4j.core.inject.ComponentPlugin;
import org.snn4j.core.inject.Plugins;
import org.snn4j.core.inject.Wiring;
import org.snn4j.core.network.Architecture;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.optimize.LearningRateSchedule;
import org.snn4j.core.optimize.Optimizer;
import org.snn4j.data.augment.FrameAugmentation;
import org.snn4j.data.cache.FrameCache;
import org.snn4j.data.dataset.CacheFolder;
import org.snn4j.data.dataset.FrameKeeping;
import org.snn4j.data.dataset.PairedDataset;
import org.snn4j.data.dataset.Protocol;
import org.snn4j.data.encode.EventEncoder;
import org.snn4j.data.encode.ImageEncoder;
import org.snn4j.data.mix.NoSampleMixing;
import org.snn4j.data.mix.SampleMixing;
import org.snn4j.data.pair.PairSampler;
import org.snn4j.data.split.SplitRule;
import org.snn4j.data.transform.EventTransform;
import org.snn4j.data.transform.TransformedEncoder;
import org.snn4j.eval.experiment.RunAssembly;
import org.snn4j.eval.experiment.RunParts;
import org.snn4j.eval.run.Provenance.PluginJar;
import org.snn4j.eval.run.SoftwareProbe;
import org.snn4j.transfer.method.TransferMethod;
import org.snn4j.transfer.train.Phase;
import org.snn4j.transfer.train.TrainingSettings;

/** Makes runs by one injector for what phases share and one below it for each phase. */
public final class InjectedAssembly implements RunAssembly {
    private static final List<String> OWN = List.of(
            "org.snn4j.core.inject", "org.snn4j.data.inject", "org.snn4j.transfer.inject", "org.snn4j.eval.inject");

    private final Wiring wiring;
    private final Path cache;
    private final List<PluginJar> jars;

    /** Frames that are kept in files are kept where the user's caches are. */
    public InjectedAssembly(Plugins plugins) {
        this(plugins, CacheFolder.standard());
    }

    /** @param cache folder of caches, for frames that are kept in files */
    public InjectedAssembly(Plugins plugins, Path cache) {
        this.wiring = new Wiring(plugins);
        this.cache = Check.notNull(cache, "cache folder");
        this.jars = jars(plugins);
    }

    @Override
    public RunParts assemble(EffectiveConfig config) {
        Injector shared = wiring.experiment(config);
        List<Phase> phases = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String name : config.phases()) {
            try {
                phases.add(phase(shared, config, name));
            } catch (ConfigurationException e) {
                String path = config.phases().size() == 1 ? "" : "phases." + name + ".";
                e.problems().forEach(problem -> problems.add(path + problem));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new RunParts(
                shared.getInstance(PairedDataset.class),
                TransformedEncoder.of(
                        shared.getInstance(Key.get(new TypeLiteral<Map<String, EventTransform>>() {})),
                        shared.getInstance(EventEncoder.class)),
                shared.getInstance(ImageEncoder.class),
                shared.getInstance(Key.get(Protocol.class, Names.named("protocol"))),
                shared.getInstance(Key.get(new TypeLiteral<Optional<SplitRule>>() {})),
                keeping(shared, config),
                shared.getInstance(Architecture.class),
                shared.getInstance(NeuronModel.class),
                phases);
    }

    /** Prepared frames are known by what the file says of their making, and by the plug-ins that may have made them. */
    private FrameKeeping keeping(Injector shared, EffectiveConfig config) {
        Map<String, Node> sections = config.tree().entries();
        return new FrameKeeping(
                shared.getInstance(Key.get(FrameKeeping.Policy.class, Names.named("cache"))),
                Optional.of(new FrameCache(cache)),
                text(sections, "event-encoder"),
                text(sections, "event-transforms"),
                text(sections, "image-encoder"),
                Stream.concat(Stream.of(reading(sections)), jars.stream().map(PluginJar::sha256))
                        .collect(Collectors.joining(" ")));
    }

    /** The data section without what only says which samples there are: those are known one by one. */
    private static String reading(Map<String, Node> sections) {
        Node data = sections.get("data");
        if (data instanceof Node.Mapping mapping) {
            Map<String, Node> entries = new LinkedHashMap<>(mapping.entries());
            entries.keySet().removeAll(FrameKeeping.DRAWN);
            data = new Node.Mapping(entries, mapping.origin());
        }
        return YamlWriter.inline(data);
    }

    private static String text(Map<String, Node> sections, String key) {
        return sections.containsKey(key) ? YamlWriter.inline(sections.get(key)) : "";
    }

    private Phase phase(Injector shared, EffectiveConfig config, String name) {
        Injector injector = wiring.phase(shared, config, name);
        return new Phase(
                name,
                injector.getInstance(TransferMethod.class),
                injector.getInstance(PairSampler.class),
                injector.getInstance(FrameAugmentation.class),
                injector.getInstance(Key.get(new TypeLiteral<Optional<SampleMixing>>() {}))
                        .orElseGet(() -> new NoSampleMixing(NoSampleMixing.Config.DEFAULTS)),
                injector.getInstance(Optimizer.class),
                injector.getInstance(LearningRateSchedule.class),
                injector.getInstance(TrainingSettings.class));
    }

    @Override
    public List<PluginJar> plugins() {
        return jars;
    }

    private static List<PluginJar> jars(Plugins plugins) {
        List<PluginJar> jars = new ArrayList<>();
        for (ComponentPlugin plugin : plugins.plugins()) {
            if (!OWN.contains(plugin.getClass().getPackageName())) {
                try {
                    jars.add(SoftwareProbe.plugin(plugin.getClass()));
                } catch (IOException e) {
                    throw new UncheckedIOException(
                            "cannot read the plug-in " + plugin.getClass().getName() + ": " + e.getMessage(), e);
                }
            }
        }
        return List.copyOf(jars);
    }
}
