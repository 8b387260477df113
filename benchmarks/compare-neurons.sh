#!/usr/bin/env bash
# Neurons alone, T steps at once: SNN4J beside SpikingJelly, snnTorch and norse, each in the form that both sides have, after a check of equality.
#
#   benchmarks/compare-neurons.sh [ROUNDS [REPETITIONS [SHAPE ...]]]        default: 3 5 10,32,64,32,32 10,32,128
#
# Peers run in each of CONFIGURATIONS (default: eager compiled). A shape is T,N,...
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
rounds=${1:-3}
repetitions=${2:-5}
shapes=("${@:3}")
((${#shapes[@]})) || shapes=("10,32,64,32,32" "10,32,128")
read -ra configurations <<<"${CONFIGURATIONS:-eager compiled}"
export WARM_UP_SECONDS=${WARM_UP_SECONDS:-3}

install_peers
build
begin neurons
for ((round = 1; round <= rounds; round++)); do
    for shape in "${shapes[@]}"; do
        for peer in spikingjelly snntorch norse; do
            echo "round $round of $rounds: $shape, $peer" >&2
            title="[${shape//,/, }], neuron as in $peer"
            java_class NeuronReference "$peer" "$shape" "$repetitions" "$work/neurons" | record "$results" "$title"
            for configuration in "${configurations[@]}"; do
                peer neurons.py "$peer" "$work/neurons" "$repetitions" "$threads" "$configuration" | record "$results" "$title"
            done
        done
    done
done
report report_neurons.py neurons
