# What the scripts of this folder share; sourced by them. Sets here, target, work, python, threads, command.
# shellcheck shell=bash
here=$(CDPATH='' cd -- "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
target=$here/target
work=$target/compare
python=$target/peers/bin/python
threads=${THREADS:-$(nproc)}
export OMP_NUM_THREADS=$threads
export TORCHINDUCTOR_CACHE_DIR=$target/peers/inductor # compiling takes minutes, once
huge_pages=glibc.malloc.hugetlb=1               # for GLIBC_TUNABLES: pages of 2 MiB, as the launcher asks for
mkdir -p "$work"
# What was typed, for the reports: the variables that change what is done, then the command.
command=
for variable in THREADS ROUNDS EVENTS LONG_BYTES COPIES CONFIGURATIONS RATES STEPS WARM_UP_SECONDS MEASURED_SECONDS SNN_HEAP SNN_JAVA_OPTS JAVA_HOME NEWER_JAVA; do
    if [[ -n ${!variable-} ]]; then command+="$variable='${!variable}' "; fi
done
for variable in BEFORE SNN4J_DATA; do # folders of one machine
    if [[ -n ${!variable-} ]]; then command+="$variable=FOLDER "; fi
done
command+="benchmarks/$(basename "$0")${*:+ $*}"

# install_peers [REQUIREMENTS [FOLDER]]: a virtual environment below target.
install_peers() {
    local requirements=$here/peers/${1:-requirements.txt} folder=$target/${2:-peers}
    if [[ ! -x $folder/bin/python ]] || ! cmp -s "$requirements" "$folder/installed.txt"; then
        echo "installing the peers ..." >&2
        python3 -m venv "$folder"
        "$folder/bin/python" -m pip install -q -r "$requirements"
        cp "$requirements" "$folder/installed.txt"
    fi
}

build() {
    [[ -z ${BUILT-} ]] || { built; return; } # BUILT=1: the classes are up to date
    echo "building ..." >&2
    # shellcheck disable=SC2086 # options are meant to be split
    (cd "$here/.." && mvn -q -B -Dmaven.test.skip=true ${SNN_MVN_OPTS-} -pl benchmarks -am \
        package dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$target/libraries" >&2)
}

# built: fails if a library that would be measured is older than its source, so that no report names a revision that it did not measure.
built() {
    local library module newer
    for library in "$target"/libraries/snn-*.jar; do
        [[ -f $library ]] || { echo "BUILT=1, but $library does not exist: build without it" >&2; return 1; }
        module=$(basename "$library")
        newer=$(find "$here/../${module%%-[0-9]*}/src/main" -type f -newer "$library" -print -quit)
        [[ -z $newer ]] || { echo "BUILT=1, but $newer is newer than $library: build without it" >&2; return 1; }
    done
}

# java_main CLASS ARGUMENT...: as the launcher starts SNN4J.
java_main() {
    # shellcheck disable=SC2086 # options are meant to be split
    OMP_WAIT_POLICY=PASSIVE GLIBC_TUNABLES=$huge_pages java -XX:+UseTransparentHugePages --add-modules=jdk.incubator.vector -XX:ObjectAlignmentInBytes=64 "-Xmx${SNN_HEAP:-2g}" -Xmn128m -Xms192m -XX:+UseParallelGC \
        "-XX:ActiveProcessorCount=$threads" -Dorg.bytedeco.javacpp.maxbytes=16g -Dorg.bytedeco.javacpp.maxphysicalbytes=0 \
        ${SNN_JAVA_OPTS-} -cp "$target/classes:$target/libraries/*" "$@"
}

# java_class CLASS ARGUMENT...: a class of the benchmarks; what it complains of is in errors.log.
java_class() {
    java_main "org.snn4j.benchmarks.$1" "${@:2}" 2>"$work/errors.log" || { cat "$work/errors.log" >&2; return 1; }
}

peer() { # SCRIPT ARGUMENT...
    "$python" "$here/peers/$1" "${@:2}" 2>"$work/errors.log" || { cat "$work/errors.log" >&2; return 1; }
}

peer_in_huge_pages() { # SCRIPT ARGUMENT...: PyTorch allocates its tensors itself and has a switch of its own
    GLIBC_TUNABLES=$huge_pages THP_MEM_ALLOC_ENABLE=1 peer "$@"
}

# prepare NETWORK: trains a network once, so that both sides start from the state of a trained one.
prepare() {
    if [[ ! -f $work/$1/trained.json ]]; then
        echo "training $1 ..." >&2
        java_class PrepareState "$1" "$(training_steps "$1")" "$work/$1" 10 4 8 16 32
        grep '^step' "$work/errors.log" >"$work/$1/training.txt"
    fi
}

training_steps() {
    case $1 in vgg) echo 60 ;; *) echo 120 ;; esac
}

record() { # FILE CASE; a line of JSON comes in and is appended with its case
    printf '{"case": "%s", "result": %s}
' "$2" "$(tail -n 1)" >>"$1"
}

revision() {
    git -C "$here" describe --always --dirty 2>/dev/null || echo unknown
}

# begin NAME: what is kept of the last run is no longer whole. Sets results, the file of single measurements.
begin() {
    results=$work/$1.jsonl
    rm -f "$work/$1".{sha256,txt,json}
    : >"$results"
}

# report SCRIPT NAME ARGUMENT...: prints a report and keeps it as NAME in target/compare with the measurements it was made from, and digests that say
# that they belong together.
report() {
    python3 "$here/peers/$1" "$work/$2.jsonl" "${@:3}" "$threads" "$(revision)" "$command" | tee "$work/$2.txt"
    local kept=("$2".txt "$2".jsonl)
    if [[ -f $work/$2.json ]]; then kept+=("$2".json); fi
    (cd "$work" && sha256sum "${kept[@]}" >"$2.sha256")
}
