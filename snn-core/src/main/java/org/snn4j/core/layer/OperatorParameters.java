package org.snn4j.core.layer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.Stream;
import org.snn4j.core.Views;

/** Cuts the flat vector of a layer into its parameters and statistics, in declaration order, and draws start values. */
final class OperatorParameters implements ParamInitializer {
    static final OperatorParameters INSTANCE = new OperatorParameters();

    /** Values that are drawn at a time. */
    private static final int DRAWN = 1 << 16;

    private OperatorParameters() {}

    private static List<ParameterSpec> specs(Layer layer) {
        LayerOperator operator = ((OperatorLayer) layer).operator();
        List<ParameterSpec> specs = new ArrayList<>(operator.parameters());
        specs.addAll(operator.statistics());
        return specs;
    }

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return specs(layer).stream().mapToLong(ParameterSpec::length).sum();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return specs(layer).stream().map(ParameterSpec::name).toList();
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return specs(layer).stream()
                .filter(ParameterSpec::decays)
                .map(ParameterSpec::name)
                .toList();
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return specs(layer).stream()
                .filter(spec -> !spec.decays())
                .map(ParameterSpec::name)
                .toList();
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return weightKeys(layer).contains(key);
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return biasKeys(layer).contains(key);
    }

    @Override
    public Map<String, INDArray> init(NeuralNetConfiguration conf, INDArray flat, boolean initialize) {
        OperatorLayer layer = (OperatorLayer) conf.getLayer();
        Map<String, INDArray> views = views(layer, flat);
        if (initialize) {
            for (ParameterSpec spec : specs(layer)) {
                RandomGenerator random =
                        layer.seeds().stream("weights/" + layer.getLayerName() + "/" + drawnAs(spec.name()));
                draw(views.get(spec.name()).reshape(spec.length()), () -> spec.start()
                        .draw(random));
            }
        }
        conf.setVariables(new ArrayList<>(views.keySet()));
        return views;
    }

    /** Part by part: all values at a time would take four times the memory of the weights, for good. */
    private static void draw(INDArray values, DoubleSupplier start) {
        for (long from = 0; from < values.length(); from += DRAWN) {
            long to = Math.min(values.length(), from + DRAWN);
            double[] drawn = DoubleStream.generate(start).limit(to - from).toArray();
            try (INDArray exact = Nd4j.createFromArray(drawn)) {
                Views.rows(values, from, to).assign(exact);
            }
        }
    }

    /** The target's own weights start like shared ones, so that networks with and without a source stream start alike. */
    private static String drawnAs(String name) {
        String target = Stream.TARGET.label() + ".";
        return name.startsWith(target) ? name.substring(target.length()) : name;
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray flat) {
        return views(conf.getLayer(), flat);
    }

    private static Map<String, INDArray> views(Layer layer, INDArray flat) {
        Map<String, INDArray> views = new LinkedHashMap<>();
        INDArray vector = flat == null ? null : flat.reshape(flat.length());
        long from = 0;
        for (ParameterSpec spec : specs(layer)) {
            long to = from + spec.length();
            views.put(spec.name(), vector.get(NDArrayIndex.interval(from, to)).reshape('c', spec.shape()));
            from = to;
        }
        return views;
    }
}
