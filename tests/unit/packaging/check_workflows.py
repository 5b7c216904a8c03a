#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
"""Checks the workflows and the winget manifests: they parse, every job runs somewhere and has steps,
every shell script in them parses and runs only files that are there, every action has a version."""
import pathlib
import re
import subprocess
import sys

import yaml

root = pathlib.Path(sys.argv[1])
problems = []


def check_script(where, script):
    # GitHub puts values in place of ${{ ... }} before a shell sees them.
    plain = re.sub(r"\$\{\{.*?\}\}", "VALUE", script)
    result = subprocess.run(["bash", "-n"], input=plain, text=True, capture_output=True)
    if result.returncode != 0:
        problems.append(f"{where}: {result.stderr.strip()}")
    for name in re.findall(r"(?:packaging|tests)/[\w./-]+\.(?:sh|cmake)\b", plain):
        if not (root / name).is_file():
            problems.append(f"{where}: there is no {name}")


def check_job(where, job, default_shell):
    if "uses" in job:
        if not (root / job["uses"]).is_file():
            problems.append(f"{where}: there is no {job['uses']}")
        return
    if "runs-on" not in job or not job.get("steps"):
        problems.append(f"{where}: runs nowhere or has no steps")
    for number, step in enumerate(job.get("steps", []), 1):
        place = f"{where}, step {number}"
        if ("uses" in step) == ("run" in step):
            problems.append(f"{place}: needs either uses or run")
        if "uses" in step and not re.search(r"@v?\d|@[0-9a-f]{40}$", step["uses"]):
            problems.append(f"{place}: {step['uses']} has no version")
        if "run" in step:
            if not step.get("shell", default_shell).startswith(("bash", "msys2")):
                problems.append(f"{place}: its shell is not checked here; use bash")
            check_script(place, step["run"])


workflows = sorted((root / ".github/workflows").glob("*.yml"))
for path in workflows:
    document = yaml.safe_load(path.read_text())
    triggers = document.get("on", document.get(True))  # YAML 1.1 reads "on" as true
    if not triggers or not document.get("name"):
        problems.append(f"{path.name}: has no name or no trigger")
    if "permissions" not in document:
        problems.append(f"{path.name}: says no permissions, so it has all")
    shell = document.get("defaults", {}).get("run", {}).get("shell", "")
    for name, job in document["jobs"].items():
        own = job.get("defaults", {}).get("run", {}).get("shell", shell)
        check_job(f"{path.name}, {name}", job, own)

manifests = sorted((root / "packaging/windows/winget").glob("*.yaml.in"))
types = set()
for path in manifests:
    document = yaml.safe_load(path.read_text().replace("@", ""))
    types.add(document["ManifestType"])
    for field in ("PackageIdentifier", "PackageVersion", "ManifestVersion"):
        if field not in document:
            problems.append(f"{path.name}: has no {field}")
if types != {"version", "installer", "defaultLocale"}:
    problems.append(f"winget wants three manifests, there are {sorted(types)}")
if not workflows:
    problems.append("there are no workflows")

for problem in problems:
    print(problem)
print(f"{len(workflows)} workflows and {len(manifests)} manifests, {len(problems)} problems")
sys.exit(1 if problems else 0)
