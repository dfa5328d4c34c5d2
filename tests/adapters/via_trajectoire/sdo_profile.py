"""What the profile « sdo-task » 4.0.4 asks of a Task (ANS, Suivi des décisions d'orientation, flux 4), read from the
guide and not from Jalon: `faults_of(task)` names each violation."""
import re
from datetime import date, datetime

INPUTS = "https://interop.esante.gouv.fr/ig/fhir/sdo/CodeSystem/input-task-sdo-codesystem"
PROFILE = "https://interop.esante.gouv.fr/ig/fhir/sdo/StructureDefinition/sdo-task|4.0.4"
NOS = "https://mos.esante.gouv.fr/NOS/"
STATUS = NOS + "TRE_R357-StatutPersonnePriseCharge/FHIR/TRE-R357-StatutPersonnePriseCharge"
REASON = NOS + "TRE_R358-MotifStatutPersonnePriseCharge/FHIR/TRE-R358-MotifStatutPersonnePriseCharge"
CATEGORY = NOS + "TRE_R244-CategorieOrganisation/FHIR/TRE-R244-CategorieOrganisation"
MODE = NOS + "TRE_R213-ModePriseEnCharge/FHIR/TRE-R213-ModePriseEnCharge"

# What an establishment may report; 46, 54 and the rest are set by others.
STATUSES = {"41", "42", "45", "47", "48", "51", "71", "72"}
IMPOSSIBLE = {"86", "113", "114", "115", "116", "117", "118", "119", "120", "121", "122", "124", "127", "148"}
REASONS = {"41": {"150", "151", "152", "153"}, "45": IMPOSSIBLE, "51": {"92", "93", "172"}}
CODES = {"statutESMS": (STATUS, STATUSES), "categorieOrganisation": (CATEGORY, {"46"}),
         "modePriseCharge": (MODE, {"46", "47", "48"})}

# Of each input: least and most, and the type of its value.
CARDINALITIES = {
    "idNat_Struct": (1, 1, "valueIdentifier"), "nomESMS": (1, 1, "valueString"),
    "idDecision": (1, 1, "valueIdentifier"), "idNat_Decision": (1, 1, "valueIdentifier"),
    "statutESMS": (0, 1, "valueCodeableConcept"), "motifESMS": (0, 1, "valueCodeableConcept"),
    "dateStatutESMS": (0, 1, "valueDate"), "categorieOrganisation": (0, 1, "valueCodeableConcept"),
    "modePriseCharge": (0, 1, "valueCodeableConcept")}


def is_date(text):
    try:
        return isinstance(text, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", text) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def is_instant(text):
    try:
        return isinstance(text, str) and datetime.fromisoformat(text.replace("Z", "+00:00")).tzinfo is not None
    except ValueError:
        return False


def inputs_of(task):
    """Code → the inputs that bear it, and the faults of those that bear none of ours."""
    found, faults = {}, []
    for item in task.get("input", []):
        coding = item.get("type", {}).get("coding", [{}])[0]
        if coding.get("system") != INPUTS or coding.get("code") not in CARDINALITIES:
            faults.append(f"input.type: {coding} is no code of the profile")
        found.setdefault(coding.get("code"), []).append(item)
    return found, faults


def value_faults(code, item, kind):
    values = [name for name in item if name.startswith("value")]
    if values != [kind]:
        return [f"{code}: {kind} wanted, {values} found"]
    value = item[kind]
    if kind == "valueIdentifier" and not (isinstance(value, dict) and value.get("value")):
        return [f"{code}: an identifier has a value"]
    if kind == "valueString" and not value:
        return [f"{code}: is empty"]
    if kind == "valueDate" and not is_date(value):
        return [f"{code}: {value!r} is no date"]
    if code == "idNat_Struct" and not re.fullmatch(r"1\d[0-9AB]\d{7}", value["value"]):
        return [f"{code}: 1 and a FINESS number wanted"]
    return []


def coding_of(inputs, code):
    item = inputs.get(code, [{}])[0]
    codings = item.get("valueCodeableConcept", {}).get("coding", [])
    return codings[0] if len(codings) == 1 else {}


def code_faults(inputs):
    faults = []
    for code, (system, allowed) in CODES.items():
        coding = coding_of(inputs, code)
        if code in inputs and (coding.get("system") != system or coding.get("code") not in allowed):
            faults.append(f"{code}: {coding} is not allowed")
    status, reason = coding_of(inputs, "statutESMS").get("code"), coding_of(inputs, "motifESMS")
    if "motifESMS" in inputs and (reason.get("system") != REASON or reason.get("code") not in REASONS.get(status, ())):
        faults.append(f"motifESMS: {reason} is not allowed with {status}")
    if status == "45" and "motifESMS" not in inputs:
        faults.append("motifESMS: 45 wants a reason")
    return faults


def faults_of(task):
    if not isinstance(task, dict) or task.get("resourceType") != "Task":
        return ["a Task is wanted"]
    faults = []
    for name, fixed in (("status", "completed"), ("intent", "plan")):
        if task.get(name) != fixed:
            faults.append(f"{name}: {fixed} wanted")
    if "id" in task:
        faults.append("id: a Task is created, its id is the server's")
    if not is_instant(task.get("meta", {}).get("lastUpdated")):
        faults.append("meta.lastUpdated: an instant is wanted")
    if task.get("meta", {}).get("profile") != [PROFILE]:
        faults.append("meta.profile: another one")
    inputs, strange = inputs_of(task)
    faults += strange
    for code, (least, most, kind) in CARDINALITIES.items():
        items = inputs.get(code, [])
        if not least <= len(items) <= most:
            faults.append(f"{code}: {least}..{most} wanted, {len(items)} found")
        for item in items:
            faults += value_faults(code, item, kind)
    return faults + code_faults(inputs)
