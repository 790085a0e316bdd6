#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the JSON Schema against the item tables of src/model/, and session files against the schema.

usage: check-schema.py SOURCE_ROOT [FILE.atelier…]

Ends with 0 if all agree, 1 if not, 77 (skipped) without python3-jsonschema.
"""
import json
import pathlib
import re
import sys

try:
    import jsonschema
except ImportError:
    print('python3-jsonschema is not installed')
    sys.exit(77)

FIELD = re.compile(r'\{ ATL_FIELD \(\w+, \w+, "([\w-]+)", (\w+), \w+\)(.*?)\},?\n', re.S)
ATTRIBUTE = re.compile(r'\.(\w+) = ([\w-]+)')
REFERENCES = {'REF': 'ref', 'DATE': 'date', 'RANK': 'rank', 'STRV': 'texts', 'VARIANT': 'settings'}
TYPES = {'STRING': 'string', 'INT': 'integer', 'BOOLEAN': 'boolean', 'LIST': 'array'}
NO_PLACE = -2 ** 31


def read_enums(model):
    """The nicks of each enum type, by the name its get_type function has: link_kind -> relates, handoff…"""
    enums = {}
    for header in ('atl-enums.h', 'atl-kinds.h'):
        text = (model / header).read_text()
        for body, name in re.findall(r'typedef enum\s*\{(.*?)\}\s*Atl(\w+);', text, re.S):
            snake = re.sub(r'(?<!^)(?=[A-Z])', '_', name).lower()
            prefix = f'ATL_{snake.upper()}_'
            enums[snake] = [value[len(prefix):].lower().replace('_', '-')
                            for value in re.findall(r'ATL_\w+', body)]
    return enums


def number(text):
    return NO_PLACE if text == 'ATL_PLACE_NONE' else int(text)


def expect_int(attributes):
    expected = {'type': 'integer', 'minimum': number(attributes['min']), 'maximum': number(attributes['max'])}
    if attributes['fallback'] != 'ATL_PLACE_NONE':
        expected['default'] = number(attributes['fallback'])
    return expected


def expect_enum(attributes, enums):
    name = attributes['value_type'][len('atl_'):-len('_get_type')]
    prefix = f'ATL_{name.upper()}_'
    return {'enum': enums[name], 'default': attributes['fallback'][len(prefix):].lower().replace('_', '-')}


def expect(kind, attributes, enums):
    """What the schema must say of a field."""
    if kind in REFERENCES:
        return {'$ref': f'#/$defs/{REFERENCES[kind]}'}
    if kind == 'INT':
        return expect_int(attributes)
    if kind == 'ENUM':
        return expect_enum(attributes, enums)
    if kind == 'BOOLEAN':
        return {'type': 'boolean', 'default': attributes.get('fallback') == 'TRUE'}
    if kind == 'LIST':
        item = attributes['value_type'][len('atl_'):-len('_get_type')]
        return {'type': 'array', 'items': {'$ref': f'#/$defs/{item}'}}
    return {'type': TYPES[kind], 'default': ''}


def described(schema, member):
    """A member of the schema without its words, the sets of values put in place."""
    found = {key: value for key, value in member.items() if key != 'description'}
    target = found.get('$ref', '').rpartition('/')[2]
    if target in ('color', 'tint'):
        del found['$ref']
        found['enum'] = schema['$defs'][target]['enum']
    return found


def compare_table(path, schema, members, enums, problems):
    known = {'id', 'format', 'version', 'v', 'fv', 'tombstones'}
    for name, kind, rest in FIELD.findall(path.read_text()):
        known.add(name)
        expected = expect(kind, dict(ATTRIBUTE.findall(rest)), enums)
        found = described(schema, members.get(name, {}))
        if found != expected:
            problems.append(f'{path.name}: {name}: the schema says {found}, the table {expected}')
    for name in members.keys() - known:
        problems.append(f'{path.name}: {name}: only the schema has it')


def compare_tables(root, schema, problems):
    model = root / 'src' / 'model'
    enums = read_enums(model)
    tables = [path for path in sorted(model.glob('atl-*.c')) if FIELD.search(path.read_text())]
    if len(tables) < 14:
        problems.append(f'only {len(tables)} tables were found in src/model/')
    for path in tables:
        kind = path.stem[len('atl-'):]
        item = schema if kind == 'session' else schema['$defs'].get(kind, {'properties': {}})
        compare_table(path, schema, item['properties'], enums, problems)


def place(error):
    text = ''
    for step in error.absolute_path:
        text += f'[{step}]' if isinstance(step, int) else f'.{step}'
    return text.lstrip('.')


def validate(validator, name, problems):
    with open(name, encoding='utf-8') as file:
        document = json.load(file)
    for error in validator.iter_errors(document):
        problems.append(f'{name}: {place(error)}: {error.message}')


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    root = pathlib.Path(sys.argv[1])
    schema = json.loads((root / 'data' / 'atelier-session.schema.json').read_text(encoding='utf-8'))
    jsonschema.Draft202012Validator.check_schema(schema)
    problems = []
    compare_tables(root, schema, problems)
    for name in sys.argv[2:]:
        validate(jsonschema.Draft202012Validator(schema), name, problems)
    print('\n'.join(problems) or f'the tables and {len(sys.argv) - 2} files agree with the schema')
    sys.exit(1 if problems else 0)


main()
