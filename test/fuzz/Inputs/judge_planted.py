"""judge_planted.py BUILD FILE FOLDER ID…: what the judges find where the site of each ID is on the stack, whatever its verdict."""
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from judges import judge
from tools import Tools

build, path, folder, *ids = sys.argv[1:]
os.makedirs(folder, exist_ok=True)
tools = Tools(build)
print("nothing planted:", judge(tools, path, folder, "go1.19").findings)
for i in ids:
    verdicts = os.path.join(folder, "verdicts.json")
    with open(verdicts, "w", encoding="utf-8") as file:
        json.dump({"verdicts": [{"id": i, "storage": "stack"}]}, file)
    for finding in judge(tools, path, folder, "go1.19", forced=verdicts).findings:
        print(f"{i}: {finding.judge}")
