"""The rows of simple-salesforce in packages/local-org/docs/clients.md: each call of the unmodified client against a served local org."""

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../examples/clients/python"))

from connect import connect  # noqa: E402
from simple_salesforce.exceptions import SalesforceError, SalesforceMalformedRequest  # noqa: E402

org = connect(os.environ["SALESFORCE_URL"], os.environ["SALESFORCE_TOKEN"])
key = "Industry"
made = {}


def require(condition, found):
    if not condition:
        raise AssertionError(f"unexpected: {json.dumps(found, default=str)[:300]}")


def create():
    answer = org.Account.create({"Name": "By simple-salesforce", "BillingCity": "Wien"})
    require(answer["success"], answer)
    made["id"] = answer["id"]


def get():
    record = org.Account.get(made["id"])
    require(record["Name"] == "By simple-salesforce" and record["BillingAddress"]["city"] == "Wien", record)


def update():
    require(org.Account.update(made["id"], {key: "Energy"}) == 204, None)
    require(org.Account.get(made["id"])[key] == "Energy", None)


def query():
    answer = org.query(f"SELECT Id, BillingAddress FROM Account WHERE Id = '{made['id']}'")
    require(answer["totalSize"] == 1, answer)


def query_all():
    rows = [{"LastName": f"Simple {n}"} for n in range(2500)]
    loaded = org.bulk2.Contact.insert(records=rows)
    require(sum(one["numberRecordsFailed"] for one in loaded) == 0, loaded)
    found = list(org.query_all_iter("SELECT LastName FROM Contact WHERE LastName LIKE 'Simple %'"))
    require(len({one["LastName"] for one in found}) == 2500, len(found))


def bulk2_query():
    text = "".join(org.bulk2.Contact.query("SELECT LastName FROM Contact WHERE LastName LIKE 'Simple 1%'"))
    require("Simple 1000" in text, text)


def custom_fields():
    fields = [one["name"] for one in org.User.describe()["fields"] if one["custom"]]
    require("ProvisionedEmployee__c" in fields, fields)


def delete():
    require(org.Account.delete(made["id"]) == 204, None)
    try:
        org.Account.get(made["id"])
    except SalesforceError as error:
        require(error.status == 404, error.status)
    else:
        raise AssertionError("a deleted record was found")


def describe_object():
    answer = org.Account.describe()
    require(any(one["name"] == "BillingAddress" for one in answer["fields"]), len(answer["fields"]))


def describe_global():
    require(any(one["name"] == "Account" for one in org.describe()["sobjects"]), None)


def limits():
    require(org.limits()["DailyApiRequests"]["Max"] > 0, None)


def apex_rest():
    answer = org.apexecute("provisioning/v1/openapi")
    require(answer["openapi"].startswith("3.1"), answer.get("openapi"))


def tooling():
    answer = org.toolingexecute("query/?q=SELECT+Name+FROM+ApexClass+LIMIT+1")
    require(answer["totalSize"] == 1, answer)


def restful():
    require("sobjects" in org.restful(""), None)


def refusal():
    try:
        org.query("SELECT Nope FROM Account")
    except SalesforceMalformedRequest as error:
        require(error.content[0]["errorCode"] == "INVALID_FIELD", error.content)
    else:
        raise AssertionError("a wrong query was answered")


def not_there():
    try:
        org.search("FIND {Ada}")
    except SalesforceError as error:
        require(error.status == 501, error.status)
    else:
        raise AssertionError("SOSL was answered")


ROWS = {
    "Salesforce(session_id, instance_url, session)": restful,
    "SObject.create": create,
    "SObject.get": get,
    "SObject.update": update,
    "query": query,
    "bulk2.insert, query_all_iter": query_all,
    "bulk2.query": bulk2_query,
    "SObject.delete": delete,
    "SObject.describe": describe_object,
    "describe": describe_global,
    "describe of custom fields": custom_fields,
    "limits": limits,
    "apexecute": apex_rest,
    "toolingexecute": tooling,
    "errors": refusal,
    "search (501)": not_there,
}

failed = 0
for name, call in ROWS.items():
    try:
        call()
        print(f"{name}\tok")
    except Exception as error:  # every row is told of, whatever became of the one before
        failed += 1
        print(f"{name}\tFAILED {type(error).__name__}: {str(error)[:300]}")
sys.exit(1 if failed else 0)
