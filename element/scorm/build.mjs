// The workshop as a package for learning platforms: SCORM 1.2, with everything in one page, so that no platform has to
// know the types of its files.

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { onePage } from '../offline/build.mjs';
import { manifest } from './manifest.mjs';

const HERE = import.meta.dirname;
const OFFLINE = path.join(HERE, '../offline');
const START = 'index.html';
/** The page around the workshop speaks no other one. */
const LANGUAGES = ['en'];
const TITLE = 'EU AI Act and ISO/IEC 42001 workshop';

/** Licences and notices go along: the package is handed on by itself. */
const PAPERS = ['LICENSE-MIT', 'LICENSE-APACHE', 'NOTICES.md'];

/** An archive has local times: the same files give the same bytes, wherever and whenever they are packed. */
const noTime = () => new Date(1980, 0, 1);

/** Puts `aims-readiness-scorm.zip` together from a built folder of the element. */
export async function buildScorm({ folder, define, release, version, out }) {
  const at = (name) => path.join(HERE, name);
  const styles = [path.join(OFFLINE, 'offline.css'), at('scorm.css')];
  const page = await onePage({ folder, define, release, languages: LANGUAGES, script: at('scorm.js'), template: at('index.html'), styles });
  const papers = await Promise.all(PAPERS.map(async (name) => [name, await readFile(path.join(folder, name))]));
  const files = { [START]: strToU8(page), 'course.json': await readFile(at('course.json')), ...Object.fromEntries(papers) };
  const listed = manifest({ version, title: TITLE, start: START, files: Object.keys(files) });
  await writeFile(out, zipSync({ 'imsmanifest.xml': strToU8(listed), ...files }, { level: 9, mtime: noTime() }));
}
