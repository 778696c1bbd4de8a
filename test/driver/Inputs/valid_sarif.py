"""valid_sarif.py FILE: what readers of SARIF 2.1.0 count on, checked by hand: there is no schema validator on a bare machine."""
import json
import sys

log = json.load(open(sys.argv[1], encoding="utf-8"))
assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-2.1.0.json")
(run,) = log["runs"]
rules = run["tool"]["driver"]["rules"]


def check_location(location):
    physical = location["physicalLocation"]
    assert physical["artifactLocation"]["uri"]
    assert physical["region"]["startLine"] >= 1 and physical["region"]["startColumn"] >= 1


for result in run["results"]:
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "heap-capture"
    assert result["level"] in ("warning", "error") and result["message"]["text"]
    for location in result["locations"] + result.get("relatedLocations", []):
        check_location(location)
    assert len({location["id"] for location in result.get("relatedLocations", [])}) == len(result.get("relatedLocations", []))
    for flow in result.get("codeFlows", []):
        for thread in flow["threadFlows"]:
            assert len(thread["locations"]) == 1 + len(result["relatedLocations"])
            for step in thread["locations"]:
                check_location(step["location"])
                assert step["location"]["message"]["text"]
