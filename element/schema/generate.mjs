// Makes the JSON Schemas beside it from element/types: node element/schema/generate.mjs [--check]
//
// With --check it writes nothing and fails where a file is stale. overlay.schema.json is not made here.

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const TYPES = path.resolve(HERE, '../types');

/** Name of the schema, name of the type, and what it describes. */
const SCHEMAS = [
  ['events', 'EventDetails', 'The detail of an event under its name. The details alone are under `definitions`.'],
  ['visit', 'SavedVisit', 'A visit, as `getState` gives it, `setState` takes it and files hold it.'],
  ['record', 'UseCaseRecord', 'A record: a use case with everything that follows from its answers.'],
  ['register', 'UseCaseRegister', 'A register: many use cases in one file.'],
  ['result', 'Result', 'What answers lead to.'],
  ['checklist', 'Checklist', 'The checklist of one use case.'],
  ['plan', 'Plan', 'Readiness, schedule, advice and people.'],
  ['statement', 'Statement', 'A draft Statement of Applicability.'],
  ['crosswalk', 'Crosswalk', 'Links to other standards and laws.'],
  ['facts', 'Facts', 'All facts with their words.'],
];

/** File names with the text that they should have. */
export function schemas() {
  const generator = createGenerator({
    path: path.join(TYPES, '{events,records}.d.ts'),
    tsconfig: path.join(TYPES, 'tsconfig.json'),
    type: '*',
    topRef: false,
    additionalProperties: false,
    sortProps: false,
    // tsc checks them, in the tests of the package.
    skipTypeCheck: true,
  });
  return SCHEMAS.map(([name, type, description]) => {
    const { $schema, definitions, ...root } = generator.createSchema(type);
    // An event is one of them.
    if (name === 'events') Object.assign(root, { required: undefined, minProperties: 1, maxProperties: 1 });
    if (definitions.Bytes) definitions.Bytes = { description: definitions.Bytes.description };
    for (const own of Object.keys(definitions)) if (/^(Uint8)?Array/.test(own)) delete definitions[own];
    const schema = { $schema, title: type, description, ...root, definitions };
    return [`${name}.schema.json`, `${JSON.stringify({ ...schema, description }, undefined, 2)}\n`];
  });
}

/** Names of files that do not have the text that they should. */
export async function stale() {
  const found = [];
  for (const [name, text] of schemas()) {
    const is = await readFile(path.join(HERE, name), 'utf8').catch(() => '');
    if (is !== text) found.push(name);
  }
  return found;
}

async function main(option) {
  if (option === '--check') {
    const names = await stale();
    if (names.length > 0) throw new Error(`stale: ${names.join(', ')}; run node element/schema/generate.mjs`);
    return;
  }
  for (const [name, text] of schemas()) await writeFile(path.join(HERE, name), text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv[2]);
