"""Holds what the server says against what a journey expects."""
from table import LISTS_IN_ORDER

SOURCES = {  # key: (path, role that reads it)
    "transmissions": ("/transmissions?case={case}", "admin_assistant"),
    "messages": ("/messages?case={case}", "coordinator"),
    "history": ("/cases/{case}/history", "coordinator"),
}
WRITTEN = {  # how an item is written in a journey
    "transmissions": "{code}:{status}",
    "messages": "{kind}:{template}",
    "history": "{event}",
}


class Mismatch(Exception):
    """An expectation that does not hold, as words."""


def require(holds, what, expected, found):
    if not holds:
        raise Mismatch(f"{what}: expected {expected}, found {found}")


def as_list(text):
    return [] if text == "none" else text.split(",")


def same_order(key, expected, found):
    """`…,a,b` holds when the list ends with a, b."""
    wanted = as_list(expected)
    if wanted[:1] == ["…"]:
        tail = wanted[1:]
        require(found[len(found) - len(tail):] == tail, key, expected, ",".join(found) or "none")
    else:
        require(found == wanted, key, expected, ",".join(found) or "none")


def written(items):
    return ",".join(sorted(items)) or "none"


def check_answer(key, value, status, answer):
    """What the answer to the request itself says; False when the key is about something else."""
    if key == "refused":
        problem = str(answer.get("type", "")).rsplit("/", 1)[-1]
        require((status, problem) == value, "refused", f"{value[0]} {value[1]}",
                f"{status} {problem} {answer.get('title', '')} {answer.get('errors', '')}")
    elif key == "blocked_by":
        found = {blocked["guard"] for blocked in answer.get("blocked_by", [])}
        require(found == set(as_list(value)), key, value, written(found))
    elif key == "fired":
        same_order(key, value, [fired["deadline"] for fired in answer.get("fired", [])])
    else:
        return False
    return True


def check_deadline(field, name, value, case):
    found = {deadline["id"]: deadline[field] for deadline in case["deadlines"]}.get(name, "none")
    require(found == value, f"{field}.{name}", value, found)


def check_tasks(key, value, case):
    kinds = {task["kind"] for task in case["tasks"] if not task["done"]}
    for kind in as_list(value):
        require((kind in kinds) == (key == "tasks"), key, kind, f"open tasks: {written(kinds)}")


def check_actions(key, value, case):
    actions = {action["event"]: action for action in case["actions"]}
    for event in as_list(value):
        action = actions.get(event)
        state = "absent" if action is None else "enabled" if action["enabled"] else "disabled"
        reasons = [blocked["guard"] for blocked in action.get("blocked_by", [])] if action else []
        require(state == key, event, key, f"{state} {' '.join(reasons)}".strip())


def check_case(key, value, case):
    """What the case as the acting role sees it says."""
    prefix, _, name = key.partition(".")
    if prefix in ("due", "raw"):
        check_deadline(prefix, name, value, case)
    elif prefix in ("person", "notification"):
        require(case[prefix].get(name) == value, key, value, case[prefix].get(name))
    elif key == "overdue":
        found = {deadline["id"] for deadline in case["deadlines"] if deadline["overdue"]}
        require(found == set(as_list(value)), key, value, written(found))
    elif key in ("tasks", "no_tasks"):
        check_tasks(key, value, case)
    elif key in ("enabled", "disabled", "absent"):
        check_actions(key, value, case)
    elif key == "closed":
        require(case["closed"] == (value == "yes"), key, value, "yes" if case["closed"] else "no")
    else:
        require(case["states"].get(key, "none") == value, key, value, case["states"].get(key, "none"))


def check_list(key, value, items):
    assert key in LISTS_IN_ORDER
    same_order(key, value, [WRITTEN[key].format(**item) for item in items])
