// The engine in Node: it says what the native command line says, and what it gives fits the schemas.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { AS_OF, cases, commandLine, nativeRecords } from './harness.mjs';

const loaded = async (consumer) => {
  const entry = path.join(consumer, 'node_modules/aims-readiness/engine.js');
  return import(pathToFileURL(entry).href);
};

/** Every record of every case, by the name of its schema. */
function records(engine, { answers, work }) {
  const options = { asOf: AS_OF, ...(work && { work }) };
  return {
    result: engine.classify(answers, options),
    checklist: engine.checklist(answers, options),
    plan: engine.plan(answers, options),
    statement: engine.statement(answers, options),
  };
}

async function saysTheSame({ consumer }) {
  const engine = await (await loaded(consumer)).load();
  const list = await cases();
  const commands = Object.entries({ result: 'classify', checklist: 'checklist', plan: 'plan', statement: 'soa' });
  const native = commands.map(([name, command]) => [name, nativeRecords(command, list)]);
  for (const entry of list) {
    const own = records(engine, entry);
    assert.equal(own.result.tier, entry.tier, entry.id);
    for (const [name, said] of native) assert.deepEqual(own[name], said.get(entry.id), `${name} of ${entry.id}`);
  }
  assert.deepEqual(engine.facts(), JSON.parse(commandLine(['facts'])));
  assert.deepEqual(engine.crosswalk(), JSON.parse(commandLine(['crosswalk'])));
}

async function refuses({ consumer }) {
  const { load } = await loaded(consumer);
  const engine = await load();
  const code = (expected) => (error) => error instanceof Error && error.code === expected && error.message !== '';
  assert.throws(() => engine.classify({ 'no.such': 'yes' }, { asOf: AS_OF }), code('unknown-fact'));
  assert.throws(() => engine.classify({ 'scope.ai_system': 'maybe' }, { asOf: AS_OF }), code('unknown-value'));
  assert.throws(() => engine.classify({ 'scope.ai_system': ['yes', 'no'] }, { asOf: AS_OF }), code('not-one-value'));
  assert.throws(() => engine.classify({}, { asOf: '1999-01-01' }), code('as-of'));
  assert.throws(() => engine.classify({}, { asOf: 'today' }), code('as-of'));
}

async function readsOverlays({ consumer }) {
  const engine = await (await loaded(consumer)).load();
  const problems = engine.validateOverlay('{"no such key": true}');
  assert.ok(problems.length > 0);
  for (const problem of problems) {
    for (const key of ['code', 'place', 'message', 'hint']) assert.equal(typeof problem[key], 'string', key);
  }
}

/** A module given as bytes works without the file beside the script. */
async function takesBytes({ consumer }) {
  const folder = path.join(consumer, 'node_modules/aims-readiness');
  const { load } = await import(`${pathToFileURL(path.join(folder, 'engine.js')).href}?bytes`);
  const wording = JSON.parse(await readFile(path.join(folder, 'wording.en.json'), 'utf8'));
  const engine = await load({ wasm: await readFile(path.join(folder, 'result_bg.wasm')), wording });
  assert.equal(engine.classify({}, { asOf: AS_OF }).settled, false);
}

/** Schemas of the package, each as a function that throws where data does not fit. */
async function validators(consumer) {
  const folder = path.join(consumer, 'node_modules/aims-readiness/schema');
  const found = {};
  for (const file of (await readdir(folder)).filter((name) => name !== 'overlay.schema.json')) {
    const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
    const validate = ajv.compile(JSON.parse(await readFile(path.join(folder, file), 'utf8')));
    const name = file.replace('.schema.json', '');
    found[name] = (data, text) => assert.ok(validate(data), `${text}: ${ajv.errorsText(validate.errors)}`);
  }
  return found;
}

async function fitsTheSchemas({ consumer }) {
  const engine = await (await loaded(consumer)).load();
  const check = await validators(consumer);
  for (const entry of await cases()) {
    const own = records(engine, entry);
    for (const [name, record] of Object.entries(own)) check[name](record, `${name} of ${entry.id}`);
    const answers = Object.fromEntries(Object.entries(entry.answers).map(([fact, given]) => [fact, [given].flat()]));
    const work = entry.work ?? {};
    check.visit({ schema: 2, about: { name: entry.id }, answers, work, step: { name: 'checklist', tab: 'plan' } }, `visit of ${entry.id}`);
    check.visit({ schema: 1, answers, work, result: own.result }, `saved visit of ${entry.id}`);
    check.events({ 'aims-result': { schema: 1, answers, result: own.result, work } }, `aims-result of ${entry.id}`);
  }
  check.facts(engine.facts(), 'facts');
  check.crosswalk(engine.crosswalk(), 'crosswalk');
}

/** A schema that lets everything through would be of no use. */
async function schemasRefuse({ consumer }) {
  const engine = await (await loaded(consumer)).load();
  const check = await validators(consumer);
  const result = engine.classify({}, { asOf: AS_OF });
  const { receipt, ...less } = result;
  assert.throws(() => check.result({ ...result, more: 1 }, 'a key too many'));
  assert.throws(() => check.result(less, `no ${receipt}`));
  assert.throws(() => check.result({ ...result, tier: 'enormous' }, 'a tier that is none'));
  assert.throws(() => check.result({ ...result, as_of: 'today' }, 'a day that is none'));
  const error = { schema: 1, code: 'oops', message: '', remedy: '' };
  assert.throws(() => check.events({ 'aims-error': error }, 'a code that is none'));
  const visit = { schema: 1, answers: {}, work: {}, step: { name: 'question' } };
  assert.throws(() => check.visit(visit, 'a question without a fact'));
}

export default [
  { name: 'it says what the command line says', run: saysTheSame },
  { name: 'it throws errors with a code', run: refuses },
  { name: 'it says what is wrong with an overlay', run: readsOverlays },
  { name: 'it takes a module as bytes', run: takesBytes },
  { name: 'what it gives fits the schemas', run: fitsTheSchemas },
  { name: 'the schemas refuse what does not fit', run: schemasRefuse },
];
