// Holds records and registers against the schemas that are published: node tests/record/run.mjs
//
// `cargo test --test record` writes the records.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const RECORDS = path.join(ROOT, 'target/tmp/records');
const KEPT = path.join(ROOT, 'tests/record/kept');

const json = async (file) => JSON.parse(await readFile(file, 'utf8'));

async function validator(name) {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  const validate = ajv.compile(await json(path.join(ROOT, `element/schema/${name}.schema.json`)));
  return (data) => (validate(data) ? '' : ajv.errorsText(validate.errors));
}

const [record, register, visit] = await Promise.all(['record', 'register', 'visit'].map(validator));
const names = (await readdir(RECORDS)).filter((name) => name.endsWith('.json'));
assert.ok(names.length >= 6, `${names.length} records in ${RECORDS}: run cargo test --test record`);
for (const name of names) {
  const made = await json(path.join(RECORDS, name));
  assert.equal(record(made), '', name);
  // A schema that lets everything through shows nothing.
  assert.notEqual(record({ ...made, surplus: 1 }), '', `${name} with a key too many`);
  assert.notEqual(record({ ...made, result: { ...made.result, tier: 'enormous' } }), '', `${name} with a tier that is none`);
  const { receipt, ...less } = made.result;
  assert.notEqual(record({ ...made, result: less }), '', `${name} without ${receipt}`);
}
assert.equal(register(await json(path.join(RECORDS, '../register.json'))), '');
assert.notEqual(register({ schema: 2, kind: 'register', product: 'x', use_cases: [{ name: 'x' }] }), '');
assert.equal(visit(await json(path.join(KEPT, '1-visit.json'))), '');
console.log(`ok: ${names.length} records, a register and a visit fit their schemas`);
