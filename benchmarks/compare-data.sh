#!/usr/bin/env bash
# Reading, framing and caching recordings beside tonic, dv-processing, expelliarmus and evlib, in turn on this machine, with the same files; checks that all find the same.
#
#   benchmarks/compare-data.sh [ROUNDS [REPETITIONS]]        default: 3 3
#
# SNN4J_DATA: folder with n-mnist/Train, mnist and format-samples. The files that are read are made of them once, below target/compare/data (about 1.7 GB;
# delete it to make them anew): EVENTS events in the files that are decoded (default 10000000), LONG_BYTES in the one that is framed in little memory (1000000000),
# COPIES of N-MNIST's recordings in the folder that is prepared (8).
# The peers are installed from PyPI into a virtual environment of their own below benchmarks/target. Give it an idle machine.
# The last line: events per second of N-MNIST to 10 count frames, ours over tonic's, the lower of one and all threads; and of the cached pass, ours over tonic's.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
rounds=${1:-3}
repetitions=${2:-3}
data=${SNN4J_DATA:?is the folder of the data sets and must be set}
events=${EVENTS:-10000000}
long=${LONG_BYTES:-1000000000}
copies=${COPIES:-8}
window=10000
export WARM_UP_SECONDS=${WARM_UP_SECONDS:-3} MEASURED_SECONDS=${MEASURED_SECONDS:-2}
python=$target/data-peers/bin/python

install_peers requirements-data.txt data-peers
build
begin data
files=$work/data
made="$events $long $copies"
if [[ ! -f $files/made.txt || $(<"$files/made.txt") != "$made" ]]; then
    echo "making files of $data ..." >&2
    rm -rf "$files"
    mkdir -p "$files"
    java_class DataFiles "$data" "$files" "$events" "$long" "$copies"
    echo "$made" >"$files/made.txt"
fi

# A small heap for what must do with little memory; times are not compared there.
small() { java -XX:+UseSerialGC -Xmx48m -XX:ReservedCodeCacheSize=32m -cp "$target/classes:$target/libraries/*" "org.snn4j.benchmarks.$1" "${@:2}"; }

for ((round = 1; round <= rounds; round++)); do
    for n in 1 "$threads"; do
        title="N-MNIST .bin to 10 count frames, $n thread(s)"
        echo "round $round of $rounds: $title" >&2
        java_class DataBenchmark frames "$data/n-mnist/Train" "$n" "$repetitions" | record "$results" "$title"
        peer data_peers.py tonic frames "$data/n-mnist/Train" "$n" "$repetitions" | record "$results" "$title"
        if ((threads == 1)); then break; fi
    done
    for format in aedat-4:tiled.aedat4 evt-2:tiled.raw aedat-2:tiled.aedat; do
        title="decode ${format%%:*}"
        echo "round $round of $rounds: $title" >&2
        # The warm-up fills this heap once; memory that is touched for the first time costs more than decoding, for peers as well.
        SNN_HEAP=${SNN_HEAP:-1g} java_class DataBenchmark decode "${format%%:*}" "$files/${format##*:}" "$repetitions" | record "$results" "$title"
        for side in tonic dv-processing expelliarmus evlib; do
            peer data_peers.py $side decode "${format%%:*}" "$files/${format##*:}" "$repetitions" | record "$results" "$title"
        done
    done
    title="N-MNIST folder, first and cached pass, $threads thread(s)"
    echo "round $round of $rounds: $title" >&2
    rm -rf "$work/data-cache"
    java_class DataBenchmark folder "$files/n-mnist" "$work/data-cache/ours" "$threads" | record "$results" "$title"
    peer data_peers.py tonic folder "$files/n-mnist" "$work/data-cache/theirs" "$threads" | record "$results" "$title"
    rm -rf "$work/data-cache"
    title="EVT 2.0 file of $long bytes framed by $window us"
    echo "round $round of $rounds: $title" >&2
    small DataBenchmark memory "$files/long.raw" $window | record "$results" "$title"
    for side in expelliarmus evlib; do
        peer data_peers.py $side memory "$files/long.raw" $window | record "$results" "$title"
    done
    for n in 1 "$threads"; do
        title="simulator, 34x34 saccade recordings, $n thread(s)"
        echo "round $round of $rounds: $title" >&2
        java_class DataBenchmark simulate "$data" "$n" "$repetitions" | record "$results" "$title"
        if ((threads == 1)); then break; fi
    done
done
report report_data.py data
if grep -q "FOUND DIFFERENT" "$work/data.txt"; then exit 1; fi
