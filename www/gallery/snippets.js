// The lines that a page needs for a state of the configurator, for each way in.

import { attributesOf, propertiesOf } from './settings.js';

const FOLDER = '/embed/VERSION/';

const ENTITIES = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const quoted = (text) => `"${text.replace(/[&"<>]/g, (sign) => ENTITIES[sign])}"`;

/** More than fits a line goes into one line each. */
const LINE = 100;

function tag(name, parts) {
  const line = [`<${name}`, ...parts].join(' ');
  return line.length <= LINE ? line : [`<${name}`, ...parts.map((part) => `  ${part}`)].join('\n');
}

const markup = (attributes) => attributes.map(([name, value]) => (value === '' ? name : `${name}=${quoted(value)}`));

function moduleLines(attributes) {
  return `<script type="module" src="${FOLDER}aims-readiness.js"></script>
${tag('aims-readiness', markup(attributes))}></aims-readiness>`;
}

function classicLines(attributes) {
  const data = attributes.map(([name, value]) => [`data-${name}`, value]);
  return `${tag('script', ['async', `src="${FOLDER}embed.js"`, ...markup(data)])}></script>`;
}

function frameLines(attributes) {
  const query = new URLSearchParams([['parent', 'https://your-site.example'], ...attributes]);
  return `<iframe
  id="check"
  src=${quoted(`${FOLDER}frame.html?${query}`)}
  title="AI Act check"
></iframe>
<script type="module">
  import { connectFrame } from '${FOLDER}frame-host.js';
  const check = connectFrame(document.querySelector('#check'));
  check.addEventListener('aims-result', (event) => console.log(event.detail.result.tier));
</script>`;
}

/** A text in JSX has no escapes of its own, so one that needs any is written as JavaScript. */
const prop = ([name, value]) => {
  if (value === '') return name;
  return /["&<>{}\\]/.test(value) ? `${name}={${JSON.stringify(value)}}` : `${name}="${value}"`;
};

function reactLines(attributes) {
  const parts = [...attributes.map(prop), 'onResult={(event) => console.log(event.detail.result.tier)}'];
  const lines = tag('AimsReadinessCheck', parts).split('\n').join('\n    ');
  return `import { AimsReadinessCheck } from 'aims-readiness/react';

// Served as it is, beside the app: the bundler leaves this import alone.
const ELEMENT = '${FOLDER}aims-readiness.js';
await import(/* @vite-ignore */ ELEMENT);

export function Check() {
  return (
    ${lines}${lines.includes('\n') ? '\n    ' : ' '}/>
  );
}`;
}

const LINES = { module: moduleLines, classic: classicLines, frame: frameLines, react: reactLines };

export const lines = (state) => LINES[state.way](attributesOf(state));

/** The block of styles, or nothing. The helper of a frame hands on what the frame element has. */
export function styles(state) {
  const properties = propertiesOf(state);
  if (properties.length === 0) return '';
  const place = state.way === 'frame' ? '#check' : 'aims-readiness';
  return `${place} {\n${properties.map(([name, value]) => `  ${name}: ${value};\n`).join('')}}`;
}
