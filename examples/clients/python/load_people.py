"""Loads people, runs user provisioning and reads what became of each of them, with simple-salesforce.

SALESFORCE_URL     https://yourdomain.my.salesforce.com, or http://127.0.0.1:3000 for the local org
SALESFORCE_TOKEN   an access token or session id of somebody with the permission sets
                   Provisioning Integration and Provisioning Operator
PEOPLE, PREFIX     how many people, 10,000 when left out, and what their numbers begin with
"""

import json
import os
import sys
import time
from collections import Counter
from urllib.parse import urlencode

from connect import connect

ROWS = 200  # the most that one call takes
OVER = ("Finished", "Failed", "Cancelled", "Aborted")
BASE = "provisioning/v1"

people = int(os.environ.get("PEOPLE", "10000"))
prefix = os.environ.get("PREFIX", "PY")
org = connect(os.environ["SALESFORCE_URL"], os.environ["SALESFORCE_TOKEN"])


def employee(n):
    number = f"{prefix}{n:06d}"
    return {
        "employeeNumber": number,
        "firstName": "Ada",
        "lastName": f"Example {number}",
        "email": f"{number.lower()}@people.example",
        "status": "Active",
        "statusStartDate": "2026-01-05T08:00:00Z",
    }


def load():
    """Each row has its own verdict; sending a call again changes nothing."""
    outcomes = Counter()
    for first in range(1, people + 1, ROWS):
        rows = [employee(n) for n in range(first, min(first + ROWS, people + 1))]
        for verdict in org.apexecute(f"{BASE}/employees", method="POST", data={"employees": rows}):
            outcomes[verdict["outcome"]] += 1
            if verdict["outcome"] == "Failed":
                print(verdict["employeeNumber"], verdict["code"], verdict["message"], file=sys.stderr)
    return outcomes


def run():
    started = org.apexecute(f"{BASE}/processes", method="POST", data={"mode": "Live"})
    while True:
        process = org.apexecute(f"{BASE}/processes/{started['id']}")
        if process["status"] in OVER:
            return process
        if process["guard"]:  # it waits for a person, who resumes or cancels it
            raise SystemExit(f"{process['name']} waits at {process['guard']}: {process['statusMessage']}")
        time.sleep(1)


def items(process, outcome):
    """Every item of one outcome, page by page."""
    after = None
    while True:
        query = {"outcome": outcome, "limit": 200}
        if after:
            query["after"] = after
        page = org.apexecute(f"{BASE}/processes/{process['id']}/items?{urlencode(query)}")
        yield from page["items"]
        after = page["next"]
        if not after:
            return


loaded = load()
done = run()
users = {item["userId"] for item in items(done, "Created") if item["userId"]}
causes = Counter(item["cause"] for item in items(done, "Failed"))
print(
    json.dumps(
        {
            "loaded": loaded,
            "status": done["status"],
            "created": done["created"],
            "failed": done["failed"],
            "users": len(users),
            "causes": causes,
        }
    )
)
