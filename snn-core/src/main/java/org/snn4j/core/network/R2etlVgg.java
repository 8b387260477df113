package org.snn4j.core.network;

import java.util.List;
import org.snn4j.core.kernel.Window;
import org.snn4j.core.layer.Normalization;
import org.snn4j.core.layer.WeightStart;

/** What the pooled and the strided VGG-SNN of R2ETL share: encoding layers per stream, shared convolutions, bottleneck, classifier. */
final class R2etlVgg {
    private R2etlVgg() {}

    static NetworkPlan plan(
            int encodingChannels, List<String> layers, int bottleneck, boolean featureAxisNeurons, int classes) {
        NetworkPlan plan = new NetworkPlan();
        plan.add(
                "encoding",
                new NetworkPlan.Convolution(
                        encodingChannels, new Window(3, 1, 1), true, true, WeightStart.NORMAL_FAN_OUT));
        plan.add("spike-encoding", new NetworkPlan.Neurons(Normalization.MERGED, true))
                .encoding();
        String encoding = plan.last();
        new ConvolutionStack(3, true, Normalization.MERGED, WeightStart.NORMAL_FAN_OUT)
                .appendTo(plan, layers, Sharing.SHARED);
        String last = plan.last();
        plan.after(encoding).encoding().after(last);
        plan.add("bottleneck", new NetworkPlan.Dense(bottleneck, true, false, WeightStart.UNIFORM_FAN_IN));
        if (featureAxisNeurons) {
            plan.add("spike-over-features", new NetworkPlan.FeatureAxisNeurons());
        }
        plan.add("spike-bottleneck", new NetworkPlan.Neurons(Normalization.NONE, false))
                .feature();
        return plan.add("head", new NetworkPlan.Dense(classes, true, false, WeightStart.UNIFORM_FAN_IN));
    }
}
