// Holds the OSCAL files against the schema that NIST publishes: node tests/exchange/run.mjs
//
// `cargo test --test exchange` writes the files. The schema wants Unicode classes in patterns, which this validator
// knows, and names formats, which it learns from a second package.

import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const FILES = path.resolve(HERE, '../../target/tmp/exchange');
const CASES = ['provider', 'deployer', 'prohibited', 'unsettled', 'overlay', 'minimal', 'hostile'];
const MODELS = {
  'catalog.json': 'catalog',
  'profile.json': 'profile',
  'component-definition.json': 'component-definition',
  'poam.json': 'plan-of-action-and-milestones',
  'mapping.json': 'mapping-collection',
};

const json = async (file) => JSON.parse(await readFile(file, 'utf8'));

/** The one schema that has a model, so that what is wrong is said of that model and not of all. */
function narrowed(schema, model) {
  const one = schema.oneOf.find(({ properties }) => model in properties);
  if (!one) throw new Error(`the schema has no ${model}`);
  const { oneOf, ...rest } = schema;
  return { ...rest, ...one, $id: `${schema.$id}/${model}` };
}

/** What the validator must find wrong: a check that never fails shows nothing. */
function spoilt(model, document) {
  const copies = [structuredClone(document), structuredClone(document), structuredClone(document)];
  copies[0][model].surplus = 'x';
  copies[1][model].uuid = '00000000-0000-1000-0000-000000000000';
  delete copies[2][model].metadata;
  return copies;
}

async function main() {
  if (!existsSync(FILES)) throw new Error(`no files in ${FILES}; run: cargo test --test exchange`);
  const schema = await json(path.join(HERE, 'oscal/oscal_complete_schema.json'));
  let checked = 0;
  const wrong = [];
  for (const [file, model] of Object.entries(MODELS)) {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    const validate = ajv.compile(narrowed(schema, model));
    for (const name of CASES) {
      const place = path.join(FILES, name, file);
      const present = (await readdir(path.join(FILES, name))).includes(file);
      if (!present && name === 'prohibited' && file === 'mapping.json') continue;
      const document = await json(place);
      if (!validate(document)) wrong.push(...validate.errors.slice(0, 5).map(({ instancePath, message }) => `${name}/${file}${instancePath} ${message}`));
      for (const copy of spoilt(model, document)) if (validate(copy)) wrong.push(`${name}/${file}: a spoilt copy passes`);
      checked += 1;
    }
  }
  console.log(wrong.length === 0 ? `ok   ${checked} OSCAL files of ${CASES.length} use cases` : `FAIL\n     ${wrong.join('\n     ')}`);
  if (wrong.length > 0) process.exitCode = 1;
}

main().catch((error) => {
  console.error(error?.stack ?? String(error));
  process.exitCode = 1;
});
