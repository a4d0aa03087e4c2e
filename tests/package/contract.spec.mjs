// EMBEDDING.md, custom-elements.json, the types and the schemas name the same things.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { stale } from '../../element/schema/generate.mjs';
import { ROOT } from './harness.mjs';

const text = (file) => readFile(path.join(ROOT, file), 'utf8');
const sorted = (names) => [...names].sort();
const ticked = (markdown) => [...markdown.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

/** A section of EMBEDDING.md. */
async function section(title) {
  const parts = (await text('EMBEDDING.md')).split(/^## /m);
  const found = parts.find((part) => part.startsWith(`${title}\n`));
  assert.ok(found, `EMBEDDING.md has no section ${title}`);
  return found;
}

/** The names in the first column of the table of a section. */
async function firstColumn(title) {
  const lines = (await section(title)).split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).flatMap((line) => ticked(line.split('|')[1]));
}

/** A paragraph of the section about looks, by how it begins. */
async function look(start) {
  const found = (await section('Look')).split('\n\n').find((paragraph) => paragraph.startsWith(start));
  assert.ok(found, `EMBEDDING.md has no paragraph ${start}`);
  return found;
}

/** What EMBEDDING.md promises. */
const promised = {
  attributes: () => firstColumn('Attributes'),
  members: async () => (await firstColumn('Properties and methods')).map((name) => name.replace(/\(.*/, '')),
  events: () => firstColumn('Events'),
  codes: () => firstColumn('Errors'),
  slots: async () => ['', ...ticked((await look('Slots:')).split('. ')[0])],
  cssParts: async () => ticked(await look('Parts:')),
  cssProperties: async () => ticked(await look('`--')),
  formats: async () => ticked(/formats: (.*?) \(/.exec(await section('Properties and methods'))[1]),
};

async function manifest() {
  const { modules } = JSON.parse(await text('element/package/custom-elements.json'));
  return modules.flatMap((module) => module.declarations ?? []).find(({ customElement }) => customElement);
}

async function manifestIsComplete() {
  const element = await manifest();
  for (const kind of ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties']) {
    assert.deepEqual(sorted(element[kind].map(({ name }) => name)), sorted(await promised[kind]()), kind);
    for (const { name, description } of element[kind]) assert.ok(description, `${kind}: ${name} has no description`);
  }
}

/** Every match of a pattern in the sources of a folder. */
async function spelled(folder, ending, pattern) {
  const entries = await readdir(path.join(ROOT, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(ending));
  const texts = await Promise.all(files.map((entry) => readFile(path.join(entry.parentPath, entry.name), 'utf8')));
  return texts.flatMap((content) => [...content.matchAll(pattern)].flatMap((found) => found.slice(1).filter(Boolean)));
}

/** What the code draws and styles is what the lists promise. */
async function codeKeepsTheLists() {
  const words = (found) => sorted([...new Set(found.flatMap((names) => names.split(' ')))]);
  const parts = [...(await spelled('src/widget', '.rs', /part="([^"]+)"/g)), ...(await spelled('element/loader', '.js', /part(?::| =) '([^']+)'|part = '([^']+)'/g))];
  assert.deepEqual(words(parts), sorted(await promised.cssParts()));
  const slots = [...(await spelled('src/widget', '.rs', /<slot name="([^"]+)"/g)), ...(await spelled('element/loader', '.js', /made\('slot', \{ name: '([^']+)'/g))];
  // What stands in no slot is for pages without scripts, and has none.
  assert.deepEqual(words(slots), sorted((await promised.slots()).filter(Boolean)));
  const properties = await spelled('element/styles', '.css', /var\((--aims-[a-z-]+)/g);
  assert.deepEqual(words(properties), sorted(await promised.cssProperties()));
  const read = await spelled('element/loader', '.js', /(?:said|hasAttribute|getAttribute)\('([a-z-]+)'\)/g);
  const listed = await promised.attributes();
  for (const name of words(read)) assert.ok(listed.includes(name), `the attribute ${name} is not in the list`);
}

/** A declaration of element/types, and the names of its members as written there. */
async function declared(file, name) {
  const source = ts.createSourceFile(file, await text(`element/types/${file}`), ts.ScriptTarget.Latest, true);
  const found = source.statements.find((statement) => statement.name?.text === name);
  assert.ok(found, `${file} does not declare ${name}`);
  const literals = (type) => (type?.types ?? []).map((member) => member.literal.text);
  const members = (found.members ?? []).map((member) => member.name.text);
  return { names: [...new Set(members)], literals: literals(found.type) };
}

async function typesAreComplete() {
  const listeners = ['addEventListener', 'removeEventListener'];
  const { names: members } = await declared('element.d.ts', 'AimsReadiness');
  assert.deepEqual(sorted(members.filter((name) => !listeners.includes(name))), sorted(await promised.members()));
  const { names: attributes } = await declared('element.d.ts', 'AimsReadinessAttributes');
  assert.deepEqual(sorted(attributes), sorted(await promised.attributes()));
  assert.deepEqual(sorted((await declared('events.d.ts', 'EventDetails')).names), sorted(await promised.events()));
  assert.deepEqual(sorted((await declared('events.d.ts', 'ErrorCode')).literals), sorted(await promised.codes()));
  assert.deepEqual(sorted((await declared('events.d.ts', 'ExportFormat')).literals), sorted(await promised.formats()));
}

/** Values of attributes that are closed lists are those of the manifest. */
async function valuesAreTheSame() {
  const rows = (await section('Attributes')).split('\n').filter((line) => line.startsWith('| `'));
  const element = await manifest();
  for (const cells of rows.map((row) => row.split('|'))) {
    const values = /^(\s*`[^`]+`,?)+\s*$/.test(cells[2]) ? ticked(cells[2]) : [];
    for (const name of values.length > 1 ? ticked(cells[1]) : []) {
      const { type } = element.attributes.find((attribute) => attribute.name === name);
      assert.equal(type.text, values.map((value) => `'${value}'`).join(' | '), name);
    }
  }
}

/** What page and frame say to each other goes by lists of its own. */
async function protocolIsComplete() {
  const file = path.join(ROOT, 'element/frame/protocol.js');
  if (!existsSync(file)) return;
  const { ATTRIBUTES, EVENTS, LOOK, METHODS, PROPERTIES } = await import(pathToFileURL(file).href);
  assert.deepEqual(sorted(ATTRIBUTES), sorted(await promised.attributes()));
  assert.deepEqual(sorted(EVENTS), sorted(await promised.events()));
  assert.deepEqual(sorted(LOOK), sorted(await promised.cssProperties()));
  assert.deepEqual(sorted([...METHODS, ...PROPERTIES, 'ready', 'loaded', 'lrs']), sorted(await promised.members()));
}

async function everythingIsSaid() {
  for (const file of ['records', 'events', 'element', 'index', 'frame', 'engine', 'react']) {
    const source = ts.createSourceFile(file, await text(`element/types/${file}.d.ts`), ts.ScriptTarget.Latest, true);
    for (const statement of source.statements) {
      const exported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
      // The names of events say it all.
      if (!exported || ts.isExportDeclaration(statement) || statement.name?.text === 'EventDetails') continue;
      for (const part of [statement, ...(statement.members ?? [])]) {
        const first = part.getText().split('\n')[0];
        assert.ok(ts.getJSDocCommentsAndTags(part).length > 0, `${file}.d.ts: no comment on ${first}`);
      }
    }
  }
}

async function schemasAreFresh() {
  assert.deepEqual(await stale(), [], 'stale schemas; run node element/schema/generate.mjs');
}

export default [
  { name: 'custom-elements.json has what EMBEDDING.md has', run: manifestIsComplete },
  { name: 'the code draws the parts, slots and properties that EMBEDDING.md has, and no others', run: codeKeepsTheLists },
  { name: 'values of attributes are the same', run: valuesAreTheSame },
  { name: 'the types have what EMBEDDING.md has', run: typesAreComplete },
  { name: 'the frame has what EMBEDDING.md has', run: protocolIsComplete },
  { name: 'every type has a comment', run: everythingIsSaid },
  { name: 'the schemas are those of the types', run: schemasAreFresh },
];
