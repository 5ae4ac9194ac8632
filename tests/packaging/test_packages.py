"""What a user installs: wheel, source distribution, and a checkout in place."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from policestats_tui import __version__
from tests.support import ROOT

SHIPPED = ("sql", "data/lexicon", "data/briefings")


def python(*arguments: str | Path, cwd: Path = ROOT) -> str:
    """Run a Python module of the test environment; return what it prints."""
    result = subprocess.run([sys.executable, "-m", *map(str, arguments)], cwd=cwd, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def build(kind: str, source: Path, out: Path) -> Path:
    """Build a `wheel` or an `sdist` of a source tree, without asking the network."""
    python("build", f"--{kind}", "--no-isolation", "--outdir", out, source)
    (built,) = out.iterdir()
    return built


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this source tree as it is now."""
    place = tmp_path_factory.mktemp("tree") / "policestats"
    unwanted = shutil.ignore_patterns("__pycache__", ".*", "raw", "*.duckdb")
    shutil.copytree(ROOT, place, ignore=unwanted)
    shutil.copy(ROOT / ".gitignore", place)
    return place


@pytest.fixture(scope="module")
def wheel(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the tree."""
    return build("wheel", tree, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution of the tree, unpacked."""
    place = tmp_path_factory.mktemp("sdist")
    archive = build("sdist", tree, place / "dist")
    with tarfile.open(archive) as packed:
        packed.extractall(place, filter="data")
    return place / f"policestats_tui-{__version__}"


class Environment:
    """A new virtual environment that borrows the libraries of the test environment, but not the program."""

    def __init__(self, place: Path) -> None:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True)
        self.place = place
        self.home = place / "home"
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        libraries = place / "lib" / version / "site-packages"
        # A path in a .pth file comes behind what is installed here, and .pth files in it do not count.
        (libraries / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")

    def install(self, *what: str | Path) -> None:
        """Install something without its dependencies, though the test environment may have the program too."""
        options = ("--quiet", "--no-deps", "--no-index", "--ignore-installed")
        python("pip", "--python", self.place / "bin" / "python", "install", *options, *what)

    def run(self, command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the environment from the root folder, as somebody does who has no checkout."""
        environment = {"HOME": str(self.home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
        return subprocess.run(
            [self.place / "bin" / command, *arguments], cwd="/", env=environment, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=120,
        )  # fmt: skip


def contents(path: Path) -> dict[str, bytes]:
    """Return the files of a wheel, without the list of their hashes."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/RECORD")}


def test_wheel_holds_what_the_program_reads_and_nothing_else(tree: Path, wheel: Path) -> None:
    names = set(contents(wheel))
    for folder in SHIPPED:
        shipped = {f"policestats_tui/{path.relative_to(tree)}" for path in (tree / folder).rglob("*") if path.is_file()}
        assert shipped <= names
    assert "policestats_tui/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name.split("/")[0] for name in names} == {"policestats_tui", f"policestats_tui-{__version__}.dist-info"}
    assert not [name for name in names if "/raw/" in name or name.endswith((".duckdb", ".pyc"))]


def test_installed_wheel_prints_its_corpus_without_a_terminal(wheel: Path, tmp_path: Path) -> None:
    environment = Environment(tmp_path / "venv")
    environment.install(wheel)
    first = environment.run("policestats-tui")
    assert first.returncode == 0, first.stderr
    assert "building the embedded corpus" in first.stderr
    assert " documents, " in first.stdout.splitlines()[0]
    assert str(environment.home) in first.stdout.splitlines()[0]
    second = environment.run("policestats-tui", "figures", "--format", "jsonl")
    assert (second.returncode, second.stderr) == (0, "")
    where = environment.run("python", "-c", "import policestats_tui; print(policestats_tui.__file__)")
    assert where.stdout.startswith(str(tmp_path))


def test_source_distribution_builds_the_same_wheel(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    again = build("wheel", sdist, tmp_path / "again")
    assert contents(again) == contents(wheel)


def test_checkout_in_place_sees_edits_of_sql(sdist: Path, tmp_path: Path) -> None:
    environment = Environment(tmp_path / "venv")
    environment.install("--no-build-isolation", "--editable", sdist)
    edited = sdist / "sql" / "browse" / "meta.sql"
    edited.write_text("-- Edited.\n" + edited.read_text(encoding="utf-8"), encoding="utf-8")
    code = "from policestats_tui.engine.assets import statement; print(statement('browse/meta').splitlines()[0])"
    result = environment.run("python", "-c", code)
    assert (result.stdout, result.stderr) == ("-- Edited.\n", "")


def test_every_dependency_says_why_it_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = text.split("\ndependencies = [\n")[1].split("\n]\n")[0].splitlines()
    assert [line for line in listed if "#" not in line] == []
