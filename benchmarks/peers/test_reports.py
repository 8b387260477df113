"""What the reports say of made-up measurements. Needs neither PyTorch nor the peers."""

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import musts
import record_run
import report_costs
import report_data
import report_kernels
import report_limits
import report_performance
import report_runs
import report_training
from results import read, settings

SETTINGS = {"warmUpPasses": 3, "warmUpSeconds": 4.0, "repetitions": 2, "measuredSeconds": 2.0}


def result(training, name="snn4j", configuration="vector", peak=100, **more):
    return {"name": name, "configuration": configuration, "version": name, "settings": SETTINGS, "inference": [0.1], "training": training,
            "peakMiB": peak, "trainingRates": {"spike1": 0.1}, **more}


def written(folder, name, entries):
    path = os.path.join(folder, name)
    with open(path, "w") as file:
        for case, entry in entries:
            file.write(json.dumps({"case": case, "result": entry}) + "\n")
    return path


def printed(module, *arguments):
    out = io.StringIO()
    with mock.patch.object(sys, "argv", ["", *arguments]), contextlib.redirect_stdout(out):
        module.main()
    return out.getvalue()


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name


class Costs(Folder):
    @staticmethod
    def layers(seconds):
        uses = {kernel: {"count": count, "density": 0.1} for kernel, count in (("sparse", 1), ("winograd", 3))}
        return [{"layer": "conv1", "kernels": {"forward": uses}, "forward": 4 * seconds, "backward": 6 * seconds}]

    def costs(self, *rounds):
        """@param rounds seconds at 2, 10 and 40 %, and of the dense path"""
        entries = []
        for few, some, many, dense in rounds:
            entries += [("rate 0.02", result([few], layers=self.layers(few))), ("rate 0.1", result([some], layers=self.layers(some))), ("rate 0.1", result([dense], configuration="dense")),
                        ("rate 0.1", result([2.0], "spikingjelly", "eager")), ("rate 0.4", result([many], layers=self.layers(many)))]
            for t in (4, 8):
                entries += [(f"T {t}", result([0.1 * t], peak=100 + t)), (f"T {t}", result([t], "spikingjelly", "eager", peak=100 + 4 * t))]
        return printed(report_costs, written(self.folder, "costs.jsonl", entries), "vgg", "2", "abc", "costs.sh 3")

    def test_cost_that_falls_with_the_rate_and_stays_below_dense(self):
        text = self.costs((1, 2, 3, 4), (1, 2, 3, 4), (1.5, 2, 3, 4))
        self.assertIn("must 'falls with the rate': met; 3.000 s at 40 %, 1.000 s at 2 %; least falling: 10 % takes 0.67 (0.67 to 0.67) of 40 %", text)
        self.assertIn("must 'never above our own dense path by more than 5 %': met; the greatest share of the dense path is 0.75 (0.75 to 0.75), at 40 %", text)
        self.assertIn("0.25 (0.25 to 0.38)", text)
        self.assertIn("3 rounds of all cases in turn, each in a fresh process; warm-up at least 3 passes and 4 s, then at least 2 repetitions and 2 s", text)

    def test_cost_that_rises_towards_low_rates(self):
        self.assertIn("must 'falls with the rate': MISSED; 2.000 s at 40 %, 1.000 s at 2 %; least falling: 10 % takes 1.50", self.costs((1, 3, 2, 4)))

    def test_cost_above_the_dense_path(self):
        self.assertIn("must 'never above our own dense path by more than 5 %': MISSED; the greatest share of the dense path is 1.06", self.costs((1, 2, 5.3, 5)))

    def test_one_slow_process_of_three_is_said_beside_the_verdict(self):
        self.assertIn("must 'falls with the rate': met by the median; ", self.costs((1, 2, 3, 4), (1, 9, 3, 4), (1, 2, 3, 4)))

    def test_rounds_that_are_far_off_the_line_are_said(self):
        entries = [(f"T {t}", result([seconds[i]], peak=100)) for i in range(3) for t, seconds in ((4, (4, 4, 4)), (8, (8, 16, 8)), (16, (16, 16, 16)))]
        steps = report_costs.kinds(read(written(self.folder, "steps.jsonl", entries))[0])[1]
        self.assertAlmostEqual(0, report_costs.off_the_line(steps, "training"))
        self.assertGreater(report_costs.off_the_line(steps, "training", 1), 0.3)
        self.assertIn("must 'x': met by the median; why", report_costs.verdict("x", True, "why", [True, False]))
        self.assertIn("must 'x': MISSED by the median; why", report_costs.verdict("x", False, "why", [True, False]))
        self.assertIn("must 'x': met; why", report_costs.verdict("x", True, "why", [True, True]))

    def test_memory_by_step_of_time(self):
        self.assertIn("less than half of the peer's': met; ours 1.0 MiB, SpikingJelly eager 4.0 MiB, ours / theirs 0.25", self.costs((1, 2, 3, 4)))


class Settings(Folder):
    def test_sides_measured_in_different_ways_are_refused(self):
        other = dict(result([1], "spikingjelly", "eager"), settings={**SETTINGS, "repetitions": 9})
        path = written(self.folder, "x.jsonl", [("a", result([1])), ("a", other)])
        with self.assertRaisesRegex(SystemExit, "measured in different ways"):
            settings(read(path)[0])


class Kernels(Folder):
    SHAPE = "128>256@24 3/1"

    def kernels(self, *entries):
        """@param entries class.method, parameters, least, median, greatest"""
        jmh = os.path.join(self.folder, "kernels.json")
        with open(jmh, "w") as file:
            json.dump([{"benchmark": f"org.snn4j.benchmarks.{name}", "params": parameters, "jdkVersion": "17", "jmhVersion": "1.37", "forks": 1,
                        "warmupIterations": 1, "warmupTime": "1 s", "measurementIterations": 2, "measurementTime": "1 s",
                        "primaryMetric": {"scorePercentiles": {"0.0": least, "50.0": middle, "100.0": greatest}}}
                       for name, parameters, least, middle, greatest in entries], file)
        torch = {"name": "torch", "configuration": "dense", "version": "PyTorch", "forward": [1, 2, 3], "weightGradient": [1], "inputGradient": [1]}
        return printed(report_kernels, written(self.folder, "kernels.jsonl", [(self.SHAPE, torch)]), jmh, "2", "abc", "kernels.sh x -f 1")

    def test_least_and_greatest_stand_beside_the_median(self):
        text = self.kernels(("OptimizerBenchmark.update", {}, 5.5, 6.25, 9.0))
        self.assertIn("6.2 (5.5 to 9.0)", text)
        self.assertIn("1 fork, warm-up 1 x 1 s, measured 2 x 1 s", text)
        self.assertIn("command: kernels.sh x -f 1", text)

    def test_plain_loops_stand_beside_dense_operations(self):
        text = self.kernels(("ConvolutionBenchmark.forward", {"shape": self.SHAPE, "density": "0.1"}, 1, 1, 1),
                            ("DenseConvolutionBenchmark.forward", {"shape": self.SHAPE}, 8, 8, 8),
                            ("PlainConvolutionBenchmark.forward", {"shape": self.SHAPE, "density": "0.1"}, 3, 4, 5))
        self.assertRegex(text, r"plain Java loops at .*\n +0.1 +4.0 \(3.0 to 5.0\) +2.00 +0.50")

    def test_each_is_divided_into_the_operation_of_the_same_case(self):
        text = self.kernels(*(("BatchNormBenchmark.moments", {"map": "48 64", "by": by}, time, time, time) for by, time in (("chosen", 2), ("plain", 4), ("nd4j", 8))))
        self.assertRegex(text, r"48 64, chosen .* 4.00\n.*48 64, plain .* 2.00\n.*48 64, nd4j  8.0 \(8.0 to 8.0\)$")

    def test_the_convolution_of_the_musts_has_a_ratio_for_each_round(self):
        case = self.SHAPE + report_kernels.IN_TURN
        times = {("snn4j", "chosen"): (10, 20), ("nd4j", "dense"): (40, 40), ("torch", "dense"): (30, 80)}
        lines = [(case, {"name": name, "configuration": configuration, "version": "1", "forward": each[i], "weightGradient": each[i], "inputGradient": each[i]})
                 for i in range(2) for (name, configuration), each in times.items()]
        path = written(self.folder, "rounds.jsonl", lines)
        text = io.StringIO()
        with contextlib.redirect_stdout(text):
            report_kernels.in_turn(path)
        self.assertRegex(text.getvalue(), r"2 rounds of all sides")
        self.assertRegex(text.getvalue(), r"weight gradient +15.0 \(10.0 to 20.0\) +40.0 \(40.0 to 40.0\) +3.00 \(2.00 to 4.00\) +55.0 \(30.0 to 80.0\) +3.50 \(3.00 to 4.00\)")
        self.assertEqual((2, 3, 4), list(report_performance.kernels(path))[0][3:])


class Training(Folder):
    CASE = "vgg, T=10, batch 16"

    def training(self, *sides):
        """@param sides configuration of SpikingJelly, seconds of its step, MiB; ours takes 1 s and 100 MiB"""
        entries = []
        for name, configuration, seconds, peak in (("snn4j", "vector", 1.0, 100), *(("spikingjelly", *side) for side in sides)):
            entries.append((self.CASE, result([seconds], name, configuration, peak, inferencePeakMiB=50, startPeakMiB=30,
                                              rates={"spike1": 0.1}, ratesAtEnd={"spike1": 0.1}, right=15, recordings=16)))
        agreement = os.path.join(self.folder, "agreement.txt")
        with open(agreement, "w") as file:
            file.write("equal")
        return printed(report_training, written(self.folder, "performance-training.jsonl", entries), agreement, "1", "abc", "compare-training.sh 1")

    def test_last_line_is_against_the_release_as_installed_and_the_line_above_it_against_the_fastest(self):
        lines = self.training(("eager", 3.0, 400), ("compiled", 2.0, 300), ("channels-last", 4.0, 200)).splitlines()
        self.assertEqual(lines[-1], "ratio training 3.00 inference 1.00 memory 0.25")
        self.assertEqual(lines[-2], "against the fastest of those measured (channels-last, torch.compile): training 2.00 inference 1.00 memory 0.50")

    def test_no_ratio_without_the_release_as_installed(self):
        self.assertIn("not measured as installed: no ratio", self.training(("compiled", 2.0, 300)).splitlines()[-1])

    def test_a_single_round_has_no_spread_and_numbers_of_one_no_plural(self):
        text = self.training(("eager", 3.0, 400))
        self.assertIn("(1 round; median", text)
        self.assertIn("1 thread, ", text)
        self.assertIn("theirs / ours 3.00\n", text)
        self.assertIn("command: compare-training.sh 1", text)
        self.assertIn("15 of 16", text)


class Musts(Folder):
    TRAINING = "vgg, T=10, batch 4: training step"
    MEMORY = "vgg, T=10, batch 4: peak memory, training"

    def verdict(self, what, **found):
        rows = [(what, f"spikingjelly {side}", "", "", value, "") for side, value in found.items()]
        return next(must.verdict for must in musts.judged(self.folder, rows) if must.what == what)

    def test_verdict_says_where_rounds_of_a_kernel_lie_on_both_sides_of_the_bound(self):
        self.assertEqual("met by the median against ND4J; **missed** against PyTorch",
                         musts.ratio_verdict({"ND4J": 3.55, "PyTorch": 3.2}, {"ND4J": True, "PyTorch": False}, {"ND4J"}))

    def test_verdict_says_what_is_met_as_installed_and_missed_against_others(self):
        self.assertEqual(self.verdict(self.TRAINING, eager=2.6, compiled=2.4), "met (as installed); **missed** against compiled")
        self.assertEqual(self.verdict(self.TRAINING, compiled=2.5, eager=2.6), "met (as installed); met against compiled")
        self.assertEqual(self.verdict(self.TRAINING, eager=2.4, compiled=2.6), "**missed** (as installed); met against compiled")
        self.assertEqual(self.verdict(self.TRAINING, compiled=2.6), "not measured (as installed); met against compiled")

    def test_operations_are_no_releases(self):
        what = "convolution 128>256@24 3/1: forward at 10 %"
        for other, verdict in ((3.40, "met against ND4J; **missed** against PyTorch"), (3.60, "met")):
            rows = [(what, "ND4J", "", "", 3.50, ""), (what, "PyTorch", "", "", other, "")]
            self.assertEqual([must.verdict for must in musts.judged(self.folder, rows) if must.what == what], [verdict])

    def test_memory_is_judged_by_each_share(self):
        self.assertEqual(self.verdict(self.MEMORY, eager=0.4, compiled=0.51), "met (as installed); **missed** against compiled")

    def test_what_was_not_measured_keeps_its_row(self):
        every = list(musts.judged(self.folder, []))
        self.assertEqual(len(every), len(musts.RATIOS) + 5)
        self.assertEqual({must.verdict for must in every}, {"not measured"})

    def test_equality_is_judged_in_both_precisions(self):
        for single, verdict in (("2.8e-07", "met"), ("1.0e-01", "met in double precision; **missed** in single")):
            with open(os.path.join(self.folder, "performance-training.txt"), "w") as file:
                file.write("vgg, 4 recordings, equal weights:\n"
                           "  double precision, logits with running statistics: greatest difference 0.0e+00\n"
                           "  single precision, share of differing spikes in the whole network: spike1 0.0e+00, spike8 8.1e-04\n"
                           f"  single precision against double, logits ours: mean difference 1.0e-08, greatest {single}\n\n")
            every = [must for must in musts.judged(self.folder, []) if must.what == "vgg: logits from equal weights"]
            self.assertEqual([must.verdict for must in every], [verdict])
        self.assertIn("8.1e-04 of the spikes of the last layer differ", list(musts.explanations(self.folder, every))[0])

    def test_each_missed_one_is_explained_by_measurements(self):
        training = Training("training")
        training.folder = self.folder
        training.training(("eager", 2.0, 150))
        costs = Costs("costs")
        costs.folder = self.folder
        costs.costs((1, 3, 2, 2.5), (1, 2, 2, 2.5))
        os.rename(os.path.join(self.folder, "costs.jsonl"), os.path.join(self.folder, "performance-costs.jsonl"))
        rows = [(f"{Training.CASE}: {what}", "spikingjelly eager", "", "", value, "") for what, value in (("training step", 2.0), ("peak memory, training", 0.67))]
        texts = list(musts.explanations(self.folder, list(musts.judged(self.folder, rows))))
        self.assertEqual(len(texts), 3)
        self.assertIn("training step.** `benchmarks/limits.sh` has not measured it", texts[0])
        self.assertIn("snn4j 100 MiB, of it 30 before the network was made, 50 after inference; spikingjelly eager 150 MiB", texts[1])
        self.assertIn("falls with the rate.** A step takes 2.500 (2.000 to 3.000) s at 10 % and 2.000 (2.000 to 2.000) s at 40 %, 1.25", texts[2])
        self.assertIn("`conv1` 25 and 20 ms", texts[2])
        self.assertIn("10 %: sparse 25 %, winograd 75 %", texts[2])
        self.assertIn("Processes at the same rate differ by a factor of up to 1.50 (at 10 %).", texts[2])


class Keeping(Folder):
    """benchmarks/report.sh, in a copy of the folder."""

    def setUp(self):
        super().setUp()
        for script in ("common.sh", "report.sh"):
            os.makedirs(os.path.join(self.folder, "benchmarks"), exist_ok=True)
            shutil.copy(os.path.join(HERE, "..", script), os.path.join(self.folder, "benchmarks"))
        shutil.copytree(HERE, os.path.join(self.folder, "benchmarks", "peers"), ignore=shutil.ignore_patterns("__pycache__"))
        os.makedirs(os.path.join(self.folder, "docs", "results"))
        self.work = os.path.join(self.folder, "benchmarks", "target", "compare")
        os.makedirs(self.work)
        costs = Costs("costs")
        costs.folder = self.work
        with open(os.path.join(self.work, "costs.txt"), "w") as file:
            file.write(costs.costs((1, 2, 3, 4)))

    def digest(self):
        subprocess.run("sha256sum costs.txt costs.jsonl > costs.sha256", shell=True, cwd=self.work, check=True)

    def report(self):
        return subprocess.run(["bash", os.path.join(self.folder, "benchmarks", "report.sh")], capture_output=True, text=True)

    def test_a_whole_run_is_kept_and_judged(self):
        self.digest()
        ended = self.report()
        self.assertEqual(ended.returncode, 0, ended.stderr)
        with open(os.path.join(self.folder, "docs", "performance.md")) as file:
            self.assertIn("| falls with the rate | yes |", file.read())
        self.assertIn("performance-costs.jsonl", os.listdir(os.path.join(self.folder, "docs", "results")))

    def test_a_run_that_did_not_come_to_its_end_is_left_out(self):
        ended = self.report()
        self.assertEqual(ended.returncode, 0, ended.stderr)
        self.assertIn("costs: no whole run", ended.stderr)
        self.assertEqual(os.listdir(os.path.join(self.folder, "docs", "results")), [])

    def test_report_and_measurements_of_different_runs_are_refused(self):
        self.digest()
        with open(os.path.join(self.work, "costs.jsonl"), "a") as file:
            file.write("\n")
        ended = self.report()
        self.assertEqual(ended.returncode, 1)
        self.assertIn("costs: report and measurements", ended.stderr)
        self.assertIn("are not of one run", ended.stderr)
        self.assertEqual(os.listdir(os.path.join(self.folder, "docs", "results")), [])


class Runs(Folder):
    def report(self, *facts):
        path = os.path.join(self.folder, "runs.jsonl")
        with open(path, "w") as file:
            file.writelines(json.dumps(fact) + "\n" for fact in facts)
        return printed(report_runs, path, "2", "abc", "verify-runs.sh")

    @staticmethod
    def run_of(check="bits, smoke", name="1 thread", checkpoint="ab", losses=("2.5", "1.25"), seconds=2.0, java="25", kernels="plain", threads=2):
        return {"kind": "run", "check": check, "name": name, "variant": "tmkt", "checkpoint": checkpoint, "losses": list(losses), "kernels": kernels,
                "description": "loops", "reason": "asked", "java": java, "threads": threads, "seconds": seconds}

    def three(self, last=None, **changes):
        """Runs with 1, 2 and 4 threads, the last one changed."""
        runs = [self.run_of(name=f"--threads {count}", threads=count) for count in (1, 2, 4)]
        runs[-1].update(changes)
        return self.report(*(runs if last is None else runs[:last]))

    def test_equal_bits_hold_and_others_fail(self):
        self.assertIn("epochs are equal: held", self.three())
        self.assertIn("epochs are equal: FAILED", self.three(checkpoint="cd"))
        self.assertIn("epochs are equal: FAILED", self.three(losses=["2.5000001", "1.25"]))
        self.assertIn("epochs are equal: FAILED", self.three(last=2))
        self.assertIn("epochs are equal: FAILED", self.three(threads=2))

    def test_a_run_that_failed_and_one_that_was_left_out_are_named(self):
        text = self.report({"kind": "failed", "check": "bits, smoke", "name": "4 threads"}, {"kind": "absent", "check": "time, few-shot", "name": "no data"})
        self.assertIn("4 threads did not come to its end: FAILED", text)
        self.assertIn("not measured: no data", text)

    def test_a_plan_may_be_off_by_a_fifth_of_the_peak(self):
        def memory(plan):
            return {"kind": "memory", "check": "memory", "name": "smoke", "variant": "tmkt", "plannedMiB": plan, "peakMiB": 100.0, "plannedWithDataMiB": plan}

        self.assertIn("held", self.report(memory(119.0)))
        self.assertIn("FAILED", self.report(memory(121.0)))
        self.assertIn("FAILED", self.report(memory(79.0)))

    def test_what_a_run_without_losses_that_are_numbers_uses(self):
        self.assertIn("Java 25, kernels plain (loops), since asked; last loss 1.25: held", self.report(self.run_of("uses, smoke")))
        self.assertIn("last loss NaN: FAILED", self.report(self.run_of("uses, smoke", losses=("NaN",))))
        self.assertIn("1.25: FAILED", self.report(self.run_of("uses, smoke", name="SNN_VECTOR=off", kernels="vector")))
        self.assertIn("1.25: FAILED", self.report(self.run_of("uses, smoke", name="a newer JDK", java="17.0.15, Debian")))

    def test_time_before_over_time_after(self):
        old, new = (lambda seconds, name=name: self.run_of("time, few-shot", name=name, seconds=seconds) for name in ("old", "new"))
        self.assertIn("before / after: 2.00, one round", self.report(old(3.0), new(1.5)))
        self.assertIn("before / after: 2.00 (1.00 to 3.00), 3 rounds", self.report(old(3.0), new(1.5), old(3.0), new(3.0), old(3.0), new(1.0)))
        self.assertIn("3 runs, expected one before and one after in each round: FAILED", self.report(old(3.0), new(1.5), old(3.0)))

    def test_plan_of_a_variant_is_found_in_what_is_shown(self):
        text = "variant a  (identity 1)\n  memory: about 329.5 MiB at T=5\n\nvariant a b  (identity 2)\n  memory: about\n      1.5 GiB at\n"
        self.assertEqual(record_run.planned(text, "a"), 329.5)
        self.assertEqual(record_run.planned(text, "a b"), 1536)

    def test_a_run_directory_becomes_a_line(self):
        seed = os.path.join(self.folder, "smoke", "tmkt", "seed-1")
        os.makedirs(seed)
        for name, text in (("provenance.json", json.dumps({"computing": {"kernels": "plain", "description": "loops", "reason": "asked"},
                                                           "machine": {"java": "25", "threads": 2}})),
                           ("epochs.csv", 'phase,loss,"a, b"\ntrain,2.5,1\ntrain,1.25,1\n'), ("model.safetensors", "x")):
            with open(os.path.join(seed, name), "w") as file:
                file.write(text)
        fact = next(record_run.run("uses", "here", self.folder, "1.5", "4.0"))
        self.assertEqual((fact["variant"], fact["losses"], fact["seconds"]), ("tmkt", ["2.5", "1.25"], 2.5))
        self.assertEqual(fact["checkpoint"], "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881")


class Limits(unittest.TestCase):
    def test_the_least_is_by_the_best_rates_of_all_processes(self):
        def case(register, row, copied):
            amount = {"products": 1e6, "rows": 1e6, "bytes": 2e6, "arithmetic": 0, "least": 0}
            return {"snn4j": [{"machine": {"threads": 2, "registerNanos": register, "rowNanos": row, "bytesPerNano": copied},
                               "layers": [{"layer": "conv1", "forwardWork": amount}]}]}

        cases = report_limits.by_best_rates({"a": case(4.0, 6.0, 1.0), "b": case(2.0, 8.0, 0.4)})
        for sides in cases.values():
            work = sides["snn4j"][0]["layers"][0]["forwardWork"]
            self.assertEqual(work["arithmetic"], (2.0 + 6.0) / 2)
            self.assertEqual(work["least"], 4.0)
        memory = report_limits.by_best_rates({"a": case(0.1, 0.1, 1.0)})["a"]["snn4j"][0]["layers"][0]["forwardWork"]
        self.assertEqual(memory["least"], 2.0)



class Data(Folder):
    TIMED = {"warmUpPasses": 3, "warmUpSeconds": 3.0, "repetitions": 3, "measuredSeconds": 2.0}

    def entry(self, case, name, **more):
        return case, {"name": name, "configuration": "", "version": name, "settings": self.TIMED, **more}

    def entries(self, faster=12.0, found="same", native=1.0):
        frames, decode, folder = "N-MNIST .bin to 10 count frames, 1 thread(s)", "decode evt-2", "N-MNIST folder, first and cached pass, 2 thread(s)"
        return [
            self.entry(frames, "snn4j", seconds=[1.0, 1.0], events=100, found="same"),
            self.entry(frames, "tonic", seconds=[faster, faster], events=100, found=found),
            self.entry(decode, "snn4j", seconds=[1.0], events=5_000_000, found=[5]),
            self.entry(decode, "tonic", unread="tonic does not read evt-2"),
            self.entry(decode, "expelliarmus", seconds=[native], events=5_000_000, found=[5]),
            self.entry(decode, "evlib", seconds=[4.0], events=5_000_000, found=[5]),
            self.entry(folder, "snn4j", first=1.0, cached=0.5, samples=10, bytes=1000, found="f"),
            self.entry(folder, "tonic", first=6.0, cached=4.0, samples=10, bytes=9000, found="f"),
            self.entry("EVT 2.0 file of 1000000000 bytes framed by 10000 us", "snn4j", seconds=9.0, events=7, found=[1], bytes=10**9, peakMiB=100),
            self.entry("simulator, 34x34 saccade recordings, 1 thread(s)", "snn4j", seconds=[2.0], recordings=100, events=7),
        ]

    def report(self, **changes):
        return printed(report_data, written(self.folder, "data.jsonl", self.entries(**changes)), "2", "abc", "benchmarks/compare-data.sh")

    def test_the_last_line_is_against_tonic(self):
        self.assertEqual(self.report().splitlines()[-1], "ratio n-mnist 12.00 cached 8.00")

    def test_verdicts(self):
        text = self.report(faster=9.0, native=0.5)
        for line in ("1 thread(s): at least 10 x tonic: 9.00: missed", "fastest native reader: 2.00: missed", "first pass: at least 5 x tonic: 6.00: met",
                     "cached pass: at least 10 x tonic: 8.00: missed", "under 200 MB for 1 GB: 105 MB: met", "at least 20/s: 50.0/s: met",
                     "decode aedat-4: 3 x tonic, at most 1.5 x as long as native readers: -: not measured", "tonic does not read evt-2"):
            self.assertIn(line, text)
        self.assertIn("expelliarmus, the fastest native reader: 1.00: met", self.report())

    def test_what_finds_something_else_has_no_ratio(self):
        text = self.report(found="other")
        self.assertIn("FOUND DIFFERENT THINGS", text)
        self.assertIn("results differ", text)
        self.assertEqual(text.splitlines()[-1], "ratio n-mnist - cached 8.00")

    def test_a_page_has_the_verdicts_and_the_report(self):
        with open(os.path.join(self.folder, "data.txt"), "w") as file:
            file.write(self.report())
        text = printed(report_data, "page", self.folder)
        self.assertIn("| at least 10 x tonic | 12.00 | met |", text)
        self.assertIn("ratio n-mnist 12.00 cached 8.00\n```", text)


if __name__ == "__main__":
    unittest.main()
