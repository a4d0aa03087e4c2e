// What the tests of the package share: consumers that have it installed, commands, and the native command line.

import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const HERE = path.dirname(fileURLToPath(import.meta.url));
export const ROOT = path.resolve(HERE, '../..');
export const AS_OF = '2026-11-21';

/** Runs a command to its end and gives what it wrote; what fails throws with all that it said. */
export function run(program, words, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    ...options,
  });
  if (status !== 0) throw error ?? new Error(`${[program, ...words].join(' ')} failed\n${stdout}${stderr}`);
  return stdout;
}

/** A tool of node_modules. */
export const tool = (name, words, options) => run(path.join(ROOT, 'node_modules/.bin', name), words, options);

/**
 * Packs the package and installs it as npm would in three consumers: `consumer` finds the packages of this repository,
 * `older` has React's older types before them, `alone` finds nothing else. `close` removes the last one.
 */
export async function installed(dist, folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [packed] = JSON.parse(run('npm', pack, { cwd: dist }));
  const tarball = path.join(folder, packed.filename);
  run('tar', ['-xzf', tarball, '-C', folder]);
  const [consumer, older] = ['consumer', 'consumer-18'].map((name) => path.join(folder, name));
  const alone = await mkdtemp(path.join(tmpdir(), 'aims-readiness-'));
  for (const place of [consumer, older, alone]) {
    await cp(path.join(HERE, 'consumers'), place, { recursive: true });
    await cp(path.join(folder, 'package'), path.join(place, 'node_modules/aims-readiness'), { recursive: true });
  }
  await mkdir(path.join(older, 'node_modules/@types'));
  await symlink(path.join(ROOT, 'node_modules/types-react-18'), path.join(older, 'node_modules/@types/react'));
  const files = packed.files.map((file) => file.path).sort();
  return { tarball, files, consumer, older, alone, close: () => rm(alone, { recursive: true }) };
}

/** Answers of use cases that reach every tier, and of some that are open; two with what is recorded. */
export const cases = async () => JSON.parse(await readFile(path.join(HERE, 'cases.json'), 'utf8'));

/** What a command of the native command line writes; AIMS_CLI names a program that is built already. */
export function commandLine(words, input = '') {
  const [program, ...before] = process.env.AIMS_CLI
    ? [path.resolve(ROOT, process.env.AIMS_CLI)]
    : 'setup/toolchain-env.sh native cargo run --quiet --locked --bin aims-readiness --'.split(' ');
  return run(program, [...before, ...words], { input });
}

/** The records of the native command line for use cases, by id. */
export function nativeRecords(command, list) {
  const work = (entry) => (command === 'plan' || command === 'soa' ? { work: entry.work ?? {} } : {});
  const lines = list.map((entry) => JSON.stringify({ id: entry.id, answers: entry.answers, ...work(entry) }));
  const written = commandLine([command, '--as-of', AS_OF], lines.join('\n')).trim().split('\n');
  return new Map(written.map((line) => JSON.parse(line)).map(({ id, ...record }) => [id, record]));
}
