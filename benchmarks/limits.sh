#!/usr/bin/env bash
# What this machine can do at most, what the passes of the compared networks need of it at least, and where their time goes.
#
#   benchmarks/limits.sh [REPETITIONS [NETWORK:BATCH:PASS ...]]        default: 5 vgg:4:inference vgg:16:inference vgg:4:training vgg:16:training
#                                                                                 small:32:training; about 3 minutes
#
# Each case is one process: multiply-adds in registers and from the second-level cache, copying; then the pass, from the state of a trained network, with
# the time of each layer beside the least that its shape, kernels and spikes allow; samples of the running Java methods by the JDK's Flight Recorder.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
repetitions=${1:-5}
cases=("${@:2}")
((${#cases[@]})) || cases=(vgg:4:inference vgg:16:inference vgg:4:training vgg:16:training small:32:training)
steps=10
rate=1e-5 # small, so that spike rates stay as they are
export WARM_UP_SECONDS=${WARM_UP_SECONDS:-6}

install_peers
build
for network in $(printf '%s\n' "${cases[@]%%:*}" | sort -u); do prepare "$network"; done
begin limits
for case in "${cases[@]}"; do
    IFS=: read -r network batch pass <<<"$case"
    title="$network, T=$steps, batch $batch: $pass"
    echo "$title" >&2
    java_class Limits "$network" "$work/$network" trained $steps "$batch" "$repetitions" $rate "$pass" | record "$results" "$title"
done
report report_limits.py limits
