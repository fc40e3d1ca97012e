"""The compiled kernel keeps the promises that numpy's way keeps, and takes what it is given.

It wants a C compiler, GCC or Clang, as the one in CC; where there is none, these tests are skipped.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import truth

from lognormalizer import __main__, compiled, compiling, log_softmax, logsumexp, softmax

COMPILER = shlex.split(os.environ.get("CC", "cc"))[0]
pytestmark = pytest.mark.skipif(shutil.which(COMPILER) is None, reason=f"no C compiler {COMPILER}")

FUNCTIONS = {"logsumexp": logsumexp, "softmax": softmax, "log_softmax": log_softmax}
TRUE = {"logsumexp": truth.logsumexp, "softmax": truth.softmax, "log_softmax": truth.log_softmax}
PROMISED = {"logsumexp": 2, "softmax": 4, "log_softmax": 4}
SCALE = {"logsumexp": 1}
KEPT = json.loads(Path(__file__).with_name("worst_points.json").read_text())
RNG = np.random.default_rng(31)

each = pytest.mark.parametrize("name", FUNCTIONS)
both = pytest.mark.parametrize("dtype", [np.float64, np.float32])


@pytest.fixture(scope="module", params=["-O3 -march=native", "-O2"])
def library(request, tmp_path_factory) -> Path:
    """For this processor, and for any of its kind."""
    path: Path = tmp_path_factory.mktemp("kernel") / "kernel.so"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CFLAGS", request.param)
        compiling.build(path)
    return path


@pytest.fixture(autouse=True)
def calls(library, monkeypatch) -> list[str]:
    """The names of the functions of the kernel that were called."""
    called: list[str] = []

    def noted(name, function):
        def call(*given):
            called.append(name)
            return function(*given)

        return call

    functions = {name: noted(name, function) for name, function in compiled.load(library).items()}
    monkeypatch.setattr(compiled, "FUNCTIONS", functions)
    return called


def by_numpy(function, eta, **options):
    functions, compiled.FUNCTIONS = compiled.FUNCTIONS, {}
    try:
        return function(eta, **options)
    finally:
        compiled.FUNCTIONS = functions


def error(name, eta):
    found, true = FUNCTIONS[name](eta), TRUE[name](eta)
    values = true if isinstance(true, list) else [true]
    return truth.worst(found, values, SCALE.get(name, 0), eta.dtype.type)


@each
@both
def test_it_keeps_the_promise_at_the_worst_points_of_numpys_way(name, dtype):
    for point in KEPT[name][np.dtype(dtype).name]["points"]:
        assert error(name, np.array(point, dtype)) <= PROMISED[name]


@each
@both
def test_it_keeps_the_promise_at_points_of_all_sizes(name, dtype, calls):
    for _ in range(40):
        k, scale = RNG.choice([1, 2, 3, 5, 8, 9, 16, 17, 40]), RNG.choice([1e-8, 0.1, 3, 30, 300])
        eta = (RNG.normal(0, scale, k) + RNG.choice([0, -700, 80, 1e4])).astype(dtype)
        assert error(name, eta) <= PROMISED[name]
    assert len(calls) == 40


@pytest.mark.parametrize("eta", [
    [0.0, *[-740.0] * 999], [0.0, -745.0], [1e-20, -1000.0], [-600.0, -1345.0], [0.0, -1200.0],
    [40.0, 0.0], [-1e-320, -700.0], [1e300, 1e300], [0.0, -0.0]])
def test_the_smallest_probabilities_have_their_digits(eta):
    for name in FUNCTIONS:
        assert error(name, np.array(eta)) <= PROMISED[name]


SHAPES = [((5,), 0), ((1,), 0), ((300,), None), ((3, 17), 1), ((17, 3), 1), ((40, 3), 1),
          ((40, 3), 0), ((7, 300), 0), ((4, 5, 6), 1), ((2, 3, 4), None), ((9, 2, 20), -1),
          ((1, 7), 0), ((7, 1), 1), ((260, 2), -1)]


@each
@both
@pytest.mark.parametrize("order", "CF")
@pytest.mark.parametrize(("shape", "axis"), SHAPES)
def test_any_axis_of_any_contiguous_array_is_taken(name, dtype, order, shape, axis, calls):
    eta = np.array(RNG.normal(0, 3, shape), dtype, order=order)
    found, expected = FUNCTIONS[name](eta, axis), by_numpy(FUNCTIONS[name], eta, axis=axis)
    assert calls == [f"{compiled.NAMES[list(FUNCTIONS).index(name)]}_{eta.dtype.char}"]
    assert type(found) is type(expected) and found.dtype == dtype
    eps = np.finfo(dtype).eps
    np.testing.assert_allclose(found, expected, rtol=4 * eps, atol=2 * eps * SCALE.get(name, 0))
    assert np.shape(found) == np.shape(expected)


@pytest.mark.parametrize(("shape", "axis"), SHAPES)
def test_axes_are_kept_where_that_is_asked_for(shape, axis, calls):
    eta = RNG.normal(0, 3, shape)
    found = logsumexp(eta, axis, keepdims=True)
    assert found.shape == by_numpy(logsumexp, eta, axis=axis, keepdims=True).shape
    np.testing.assert_array_equal(np.ravel(found), np.ravel(logsumexp(eta, axis)))
    assert calls


@each
@pytest.mark.parametrize("special", [np.inf, -np.inf, np.nan])
@pytest.mark.parametrize("axis", [0, 1, None])
@pytest.mark.parametrize("order", "CF")
def test_vectors_without_a_finite_sum_are_left_to_numpy_and_no_others(name, special, axis, order):
    eta = np.array(RNG.normal(0, 3, (30, 20)), order=order)
    plain = FUNCTIONS[name](eta, axis)
    eta[2, :] = special
    eta[:, 5] = special
    eta[7, 7] = special
    found, expected = FUNCTIONS[name](eta, axis), by_numpy(FUNCTIONS[name], eta, axis=axis)
    np.testing.assert_allclose(found, expected, rtol=1e-15)
    if axis is not None and special != -np.inf:
        vectors = np.moveaxis(np.asarray(found), axis, -1) if np.ndim(found) == 2 else found
        untouched = np.isfinite(eta).all(axis=axis)
        others = np.moveaxis(np.asarray(plain), axis, -1) if np.ndim(plain) == 2 else plain
        np.testing.assert_array_equal(vectors[untouched], others[untouched])


@each
def test_single_vectors_of_infinities_have_their_limits(name):
    for eta in ([-np.inf] * 3, [np.inf, 0.0], [np.inf, np.inf], [np.nan, 1.0], [-np.inf, 2.0]):
        np.testing.assert_array_equal(FUNCTIONS[name](np.array(eta)),
                                      by_numpy(FUNCTIONS[name], np.array(eta)))


@each
@both
def test_results_go_where_they_are_told(name, dtype, calls):
    eta = RNG.normal(0, 3, (6, 4)).astype(dtype)
    out = np.empty(6 if name == "logsumexp" else (6, 4), dtype)
    assert FUNCTIONS[name](eta, out=out) is out
    np.testing.assert_array_equal(out, FUNCTIONS[name](eta))
    assert len(calls) == 2


@each
def test_what_it_cannot_take_is_left_to_numpy(name, calls):
    eta, function = RNG.normal(0, 3, (6, 4)), FUNCTIONS[name]
    swapped = eta.astype(eta.dtype.newbyteorder())
    unaligned = np.frombuffer(b"x" + eta.tobytes(), np.uint8)[1:].view(np.float64).reshape(6, 4)
    for other in (eta[:, ::2], swapped, unaligned, eta.astype(np.float16), eta + 0j,
                  eta.astype(np.longdouble), eta.astype(int), eta.tolist(), eta.view(np.matrix)):
        np.testing.assert_array_equal(function(other), by_numpy(function, other))
    np.testing.assert_array_equal(function(eta, (0, 1)), by_numpy(function, eta, axis=(0, 1)))
    assert not calls
    with pytest.raises(ValueError, match="axis 2 is out of bounds"):
        function(eta, 2)
    with pytest.raises(ValueError, match="the axis of components is empty"):
        function(np.zeros((3, 0)))
    with pytest.raises(ValueError, match="out has shape"):
        function(eta, out=np.empty(7))


def test_a_result_over_its_input_is_left_to_numpy(calls):
    eta = RNG.normal(0, 3, (6, 4))
    expected = by_numpy(softmax, eta)
    assert softmax(eta, out=eta) is eta and not calls
    np.testing.assert_array_equal(eta, expected)


def test_read_only_arrays_serve():
    eta = RNG.normal(0, 3, (6, 4))
    eta.flags.writeable = False
    np.testing.assert_allclose(softmax(eta).sum(axis=-1), 1)


def test_no_valid_input_warns():
    with np.errstate(all="raise"):
        for eta in ([-1.7e308, 1.7e308], [1e-320, 0.0], [np.inf, np.nan], [0.0, -1e300]):
            for function in FUNCTIONS.values():
                function(np.array(eta))


def test_it_says_what_is_at_work(capsys, monkeypatch):
    assert __main__.main(["--info"]) == 0
    assert f"kernel compiled, {compiled.LIBRARY}" in capsys.readouterr().out
    monkeypatch.setattr(compiled, "FUNCTIONS", {})
    assert __main__.main(["--info"]) == 0
    assert "kernel numpy; `python -m lognormalizer --compile`" in capsys.readouterr().out


def test_a_kernel_is_compiled_on_demand_and_found_at_import(library, monkeypatch, capsys):
    monkeypatch.setattr(__main__, "build", lambda: None)
    assert __main__.main(["--compile"]) == 0
    assert f"compiled {compiled.LIBRARY}" in capsys.readouterr().out
    program = ("from pathlib import Path; import lognormalizer.compiled as c;"
               f"c.LIBRARY = Path({str(library)!r}); print(len(c.load(c.LIBRARY)))")
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True,
                          encoding="utf-8")
    assert done.stdout == "6\n"


def test_without_a_compiler_it_says_what_to_name(monkeypatch, capsys):
    monkeypatch.setenv("CC", "no-such-compiler")
    assert __main__.main(["--compile"]) == 2
    assert "Name a C compiler, GCC or Clang, in CC" in capsys.readouterr().err


def test_what_the_compiler_says_is_shown(monkeypatch, capsys):
    monkeypatch.setenv("CFLAGS", "--no-such-option")
    assert __main__.main(["--compile"]) == 2
    printed = capsys.readouterr().err
    assert "the C compiler failed:" in printed and "no-such-option" in printed


def test_a_file_that_is_no_library_is_not_used(tmp_path):
    broken = tmp_path / "kernel.so"
    broken.write_bytes(b"none")
    assert compiled.load(broken) == {}
    assert compiled.load(tmp_path / "missing.so") == {}
