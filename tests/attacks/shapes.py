"""Bodies made from the schemas of the served document: one that fits, and where in it a further field may be put."""
import copy

NAMED = {"workflow": "preorientation", "event": "add_note", "mdph": "12", "department": "12", "channel": "digital",
         "family_name": "Forme", "given_name": "Ajoutée", "birth_date": "1984-05-17", "received_on": "2026-03-02",
         "contact_preference": "post", "email": "forme@personne.example", "confirm": "effacer",
         "role": "coordinator"}
PLAIN = {"string": "texte d’essai", "integer": 1, "number": 1, "boolean": True, "null": None}
FORMATS = {"date": "2026-03-02", "date-time": "2026-03-02T09:00:00+01:00", "email": "forme@personne.example"}


class Shapes:
    def __init__(self, document, identifier):
        self.document, self.identifier = document, identifier

    def resolved(self, schema):
        while "$ref" in schema:
            found = self.document
            for part in schema["$ref"].removeprefix("#/").split("/"):
                found = found[part]
            schema = found
        return schema

    def body_schema(self, method, address):
        """Of a call of the document; None for one that takes no body."""
        operation = self.document["paths"].get(address, {}).get(method.lower(), {})
        if "requestBody" not in operation:
            return None
        return self.resolved(operation["requestBody"]["content"]["application/json"]["schema"])

    def sample(self, schema, name=""):
        schema = self.resolved(schema)
        if name in NAMED:
            return NAMED[name]
        if "enum" in schema:
            return schema["enum"][0]
        if "oneOf" in schema or "anyOf" in schema:
            return self.sample((schema.get("oneOf") or schema["anyOf"])[0], name)
        kind = schema.get("type", "object")
        if kind == "object":
            return {key: self.sample(each, key) for key, each in schema.get("properties", {}).items()}
        if kind == "array":
            return [self.sample(schema.get("items", {"type": "string"}), name)]
        if kind == "string":
            return self.identifier if schema.get("format") == "uuid" else FORMATS.get(
                schema.get("format"), PLAIN["string"])
        return schema.get("minimum", PLAIN[kind])

    def with_intruders(self, schema, body, intruders):
        """(pointer of the further field, the body with it), for each object of the body that is closed."""
        for path in self.closed_objects(schema, body, ()):
            for name, value in intruders.items():
                if name in at(body, path):
                    continue
                changed = copy.deepcopy(body)
                at(changed, path)[name] = value
                yield "/" + "/".join(str(part) for part in (*path, name)), changed

    def closed_objects(self, schema, body, path):
        schema = self.resolved(schema)
        if isinstance(body, list):
            for number, each in enumerate(body):
                yield from self.closed_objects(schema.get("items", {}), each, (*path, number))
        if isinstance(body, dict):
            if schema.get("additionalProperties") is False:
                yield path
            for key, each in body.items():
                yield from self.closed_objects(schema.get("properties", {}).get(key, {}), each, (*path, key))


def at(body, path):
    for part in path:
        body = body[part]
    return body


def texts_of(body, path=()):
    """The path of each text in a body."""
    pairs = body.items() if isinstance(body, dict) else enumerate(body) if isinstance(body, list) else ()
    for key, each in pairs:
        if isinstance(each, str):
            yield (*path, key)
        yield from texts_of(each, (*path, key))


def with_text(body, path, text):
    changed = copy.deepcopy(body)
    at(changed, path[:-1])[path[-1]] = text
    return changed
