package org.snn4j.eval.golden.events;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.snn4j.data.pair.CepPartners;
import org.snn4j.data.pair.R2etlPairing;
import org.snn4j.data.split.He2024Split;
import org.snn4j.data.split.LeadingSplit;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/** Splits and pairings of the published code. */
public final class ProtocolVerifier implements GoldenVerifier {
    private static final Map<String, Consumer<GoldenCase>> CASES = Map.of(
            "r2_pairing", ProtocolVerifier::pairing,
            "r2_pairing_ratio06", ProtocolVerifier::pairing,
            "he_split_ncaltech101", ProtocolVerifier::heSplit,
            "he_split_ncaltech101_rgb30", ProtocolVerifier::heSplit,
            "he_cep_partner_index", ProtocolVerifier::cepPartners,
            "sj_split", ProtocolVerifier::leadingSplit);

    @Override
    public String kind() {
        return "protocol";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return CASES.containsKey(golden.name());
    }

    @Override
    public void verify(GoldenCase golden) {
        CASES.get(golden.name()).accept(golden);
    }

    private static void pairing(GoldenCase golden) {
        int[] labels = golden.array("in_rgb_label").ints();
        R2etlPairing pairing = R2etlPairing.of(
                labels,
                golden.array("in_dvs_label").ints(),
                golden.parameter("dvs_ratio").asDouble());
        GoldenAssert.exact(golden, "out_rgb_order", pairing.image());
        GoldenAssert.exact(golden, "out_dvs_index", pairing.recording());
        GoldenAssert.exact(
                golden,
                "out_label",
                IntStream.of(pairing.image()).map(i -> labels[i]).toArray());
    }

    private static void heSplit(GoldenCase golden) {
        He2024Split split = new He2024Split(
                golden.array("in_class_size").ints(),
                golden.parameter("portion").asDouble());
        double images = golden.parameter("rgbdata_ratio").asDouble();
        GoldenAssert.exact(
                golden, "out_train_size", classes(split).map(split::trainSize).toArray());
        GoldenAssert.exact(golden, "out_test_index", split.test());
        GoldenAssert.closeWithin(
                golden,
                "out_sampler_weight",
                1e-15,
                0,
                classes(split).mapToDouble(split::drawWeight).toArray());
        GoldenAssert.exact(golden, "out_draws_per_epoch", split.trainSize());
        GoldenAssert.exact(
                golden,
                "out_static_low",
                classes(split).map(split::firstPartner).toArray());
        GoldenAssert.exact(
                golden,
                "out_static_high_exclusive",
                classes(split)
                        .map(c -> split.firstPartner(c) + split.partnersAsCommitted(c, images))
                        .toArray());
        require(golden, "train_total", split.train().length);
        require(golden, "test_total", split.test().length);
    }

    private static IntStream classes(He2024Split split) {
        return IntStream.range(0, split.classes());
    }

    private static void cepPartners(GoldenCase golden) {
        int[] target = golden.array("in_target").ints();
        int classes = golden.parameter("classes").asInt();
        CepPartners partners = CepPartners.of(
                classes,
                golden.parameter("block").asInt(),
                golden.parameter("portion").asDouble());
        GoldenAssert.exact(golden, "out_train_index", partners.train());
        int[] candidates = IntStream.range(0, classes)
                .flatMap(c -> IntStream.of(partners.asCommitted(c)))
                .toArray();
        int[] wanted = IntStream.range(0, classes)
                .flatMap(c -> IntStream.of(partners.asCommitted(c)).map(i -> c))
                .toArray();
        int[] shown = IntStream.of(candidates).map(i -> target[i]).toArray();
        GoldenAssert.exact(golden, "out_partner_candidate", candidates);
        GoldenAssert.exact(golden, "out_partner_class", wanted);
        GoldenAssert.exact(golden, "out_true_class_of_candidate", shown);
        require(golden, "wrong", (int) IntStream.range(0, wanted.length)
                .filter(i -> wanted[i] != shown[i])
                .count());
    }

    private static void leadingSplit(GoldenCase golden) {
        LeadingSplit split = LeadingSplit.roundedUp(
                golden.array("in_label").ints(),
                golden.parameter("classes").asInt(),
                golden.parameter("train_ratio").asDouble());
        GoldenAssert.exact(golden, "out_train_index", split.train());
        GoldenAssert.exact(golden, "out_test_index", split.test());
    }

    private static void require(GoldenCase golden, String parameter, int got) {
        int expected = golden.parameter(parameter).asInt();
        if (got != expected) {
            throw new AssertionError(golden + ": " + parameter + " is " + got + ", expected " + expected);
        }
    }
}
