#!/usr/bin/env bash
# Inference, training step and peak memory of SNN4J and of SpikingJelly, in turn on this machine: the same networks, weights, recordings, batch, threads.
#
#   benchmarks/compare-training.sh [ROUNDS [REPETITIONS [NETWORK:BATCH ...]]]        default: 3 3 vgg:4 vgg:16 small:32
#
# Every round starts from the state of a trained network (made once by benchmarks/common.sh, kept below target/compare) in fresh processes.
# SpikingJelly runs in each of CONFIGURATIONS (default: eager channels-last compiled compiled-huge-pages); eager is the release as its package installs it.
# SNN4J's launcher asks for memory in pages of 2 MiB; PyTorch does so only where it is told to (compiled-huge-pages).
# The peers are installed from PyPI below benchmarks/target; needs python3, g++ (for compiled), Maven and a JDK. Give it an idle machine.
# The last line holds the medians of VGG-SNN at batch 16 against the release as installed (eager): theirs over ours for times, ours over theirs for memory.
# The line above it has the same against the fastest of the configurations measured, quantity by quantity.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
rounds=${1:-3}
repetitions=${2:-3}
cases=("${@:3}")
((${#cases[@]})) || cases=(vgg:4 vgg:16 small:32)
read -ra configurations <<<"${CONFIGURATIONS:-eager channels-last compiled compiled-huge-pages}"
steps=10
rate=1e-5 # small, so that spike rates stay as they are

install_peers
build

begin training
agreement=$work/agreement.txt
: >"$agreement"
for network in $(printf '%s\n' "${cases[@]%%:*}" | sort -u); do
    prepare "$network"
    echo "comparing what both sides compute: $network ..." >&2
    java_class ReferencePass "$network" "$work/$network" $steps 4
    peer spikingjelly_agreement.py "$network" "$work/$network" $steps 4 >>"$agreement"
done

for ((round = 1; round <= rounds; round++)); do
    for case in "${cases[@]}"; do
        network=${case%%:*}
        batch=${case##*:}
        title="$network, T=$steps, batch $batch"
        echo "round $round of $rounds: $title" >&2
        java_class TrainingBenchmark "$network" "$work/$network" trained $steps "$batch" "$repetitions" $rate | record "$results" "$title"
        for configuration in "${configurations[@]}"; do
            case $configuration in *-huge-pages) start=peer_in_huge_pages ;; *) start=peer ;; esac
            $start spikingjelly_training.py "$network" "$work/$network" trained $steps "$batch" "$repetitions" $rate "$threads" "$configuration" |
                record "$results" "$title"
        done
    done
done
report report_training.py training "$agreement"
