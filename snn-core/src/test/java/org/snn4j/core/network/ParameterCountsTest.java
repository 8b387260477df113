package org.snn4j.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterCountsTest {
    private static final int AREA = 9;

    static Stream<ParameterCount> recorded() {
        return ParameterCounts.recorded().stream();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void countsByTheAuthorsRuleAreTheAuthors(ParameterCount network) {
        assertThat(network.byTheirRule()).isEqualTo(network.authors().orElseThrow());
    }

    @Test
    void everyNetworkIsListedOnce() {
        assertThat(ParameterCounts.all()).extracting(ParameterCount::network).doesNotHaveDuplicates();
    }

    /** Convolutions with bias and two numbers of batch norm for each channel; 3x3 pixels left, or one mean. */
    @Test
    void networksOfTetAndNdaHaveTheCountOfTheirLayerLists() {
        Map<String, Long> ours =
                ParameterCounts.all().stream().collect(Collectors.toMap(ParameterCount::network, ParameterCount::ours));
        long tet = convolutions(List.of(2, 64, 128, 256, 256, 512, 512, 512, 512)) + 512 * 3 * 3 * 10 + 10;
        assertThat(ours)
                .containsEntry("TET VGGSNNwoAP, 10 classes, 48x48", tet)
                .containsEntry("TET VGGSNN, 10 classes, 48x48", tet)
                .containsEntry("TEBN on VGGSNN, 10 classes, 48x48", tet + 8 * 10)
                .containsEntry(
                        "NDA vgg11, 10 classes, 48x48",
                        convolutions(List.of(2, 64, 128, 256, 256, 512, 512, 512, 512)) + 512 * 10 + 10);
    }

    private static long convolutions(List<Integer> channels) {
        long sum = 0;
        for (int i = 1; i < channels.size(); i++) {
            sum += (long) channels.get(i - 1) * channels.get(i) * AREA + 3L * channels.get(i);
        }
        return sum;
    }

    /** The layers are those of a ResNet-18, without biases of convolutions. */
    @Test
    void sewResNetHasTheCountOfItsLayerList() {
        Function<Integer, Long> stage = out -> {
            int in = out == 64 ? 64 : out / 2;
            long first = (long) in * out * AREA + 2L * out;
            long others = 3L * ((long) out * out * AREA + 2L * out);
            return first + others + (in == out ? 0 : (long) in * out + 2L * out);
        };
        long stages = Stream.of(64, 128, 256, 512).mapToLong(stage::apply).sum();
        Map<String, Long> ours =
                ParameterCounts.all().stream().collect(Collectors.toMap(ParameterCount::network, ParameterCount::ours));
        assertThat(ours)
                .containsEntry("SEW-ResNet-18, ImageNet, 1000 classes", 3 * 64 * 49 + 128 + stages + 512 * 1000 + 1000)
                .containsEntry("SEW-ResNet-18, 10 classes, 48x48", 2 * 64 * AREA + 128 + stages + 512 * 10 + 10);
    }
}
