"""The part of JSON Schema (draft 2020-12) that docs/formats uses; any other keyword is refused, never passed over."""
import json
import re
from pathlib import Path

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None), "number": (int, float), "integer": int}
NOTES = {"$schema", "title", "description", "$defs"}
KNOWN = NOTES | {"type", "properties", "required", "additionalProperties", "items", "enum", "const", "pattern", "minLength", "minItems", "minimum", "maximum", "anyOf", "$ref"}


def is_type(value, name):
    if isinstance(value, bool) and name != "boolean":
        return False
    return isinstance(value, TYPES[name])


class Schemas:
    def __init__(self, folder):
        self.folder, self.files = Path(folder), {}

    def load(self, name):
        if name not in self.files:
            self.files[name] = json.loads((self.folder / name).read_text())
        return self.files[name]

    def resolve(self, reference, here):
        name, _, pointer = reference.partition("#")
        name = name or here
        schema = self.load(name)
        for key in filter(None, pointer.split("/")):
            schema = schema[key]
        return schema, name

    def faults(self, value, name):
        """What is wrong with `value` by the schema in file `name`: a list of "path: fault"."""
        return self._faults(value, self.load(name), name, "$")

    def _faults(self, value, schema, here, at):
        if isinstance(schema, bool):
            return [] if schema else [f"{at}: nothing may stand here"]
        unknown = set(schema) - KNOWN
        if unknown:
            raise ValueError(f"{here}: keyword {', '.join(unknown)} is not checked")
        out = []
        if "$ref" in schema:
            target, name = self.resolve(schema["$ref"], here)
            out += self._faults(value, target, name, at)
        if "anyOf" in schema:
            tries = [self._faults(value, each, here, at) for each in schema["anyOf"]]
            if all(tries):
                out += min(tries, key=len)
        types = schema.get("type", [])
        types = [types] if isinstance(types, str) else types
        if types and not any(is_type(value, t) for t in types):
            return out + [f"{at}: {json.dumps(value)[:60]} is not {' or '.join(types)}"]
        return out + self._facets(value, schema, here, at)

    def _facets(self, value, schema, here, at):
        out = []
        if "enum" in schema and value not in schema["enum"]:
            out.append(f"{at}: {json.dumps(value)[:60]} is none of {schema['enum'][:5]} …")
        if "const" in schema and value != schema["const"]:
            out.append(f"{at}: is not {schema['const']!r}")
        if isinstance(value, str):
            if "pattern" in schema and not re.search(schema["pattern"], value):
                out.append(f"{at}: {value[:60]!r} does not match {schema['pattern']}")
            if len(value) < schema.get("minLength", 0):
                out.append(f"{at}: is empty")
        if is_type(value, "number") and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
            out.append(f"{at}: {value} is out of bounds")
        if isinstance(value, list) and len(value) < schema.get("minItems", 0):
            out.append(f"{at}: has {len(value)} of at least {schema['minItems']}")
        if isinstance(value, list) and "items" in schema:
            for i, each in enumerate(value):
                out += self._faults(each, schema["items"], here, f"{at}[{i}]")
        if isinstance(value, dict):
            out += self._members(value, schema, here, at)
        return out

    def _members(self, value, schema, here, at):
        out = [f"{at}: lacks {name}" for name in schema.get("required", []) if name not in value]
        properties = schema.get("properties", {})
        for name, each in value.items():
            rule = properties.get(name, schema.get("additionalProperties", True))
            if rule is False:
                out.append(f"{at}: has {name}, which the schema does not know")
            else:
                out += self._faults(each, rule, here, f"{at}.{name}")
        return out
