// Puts the frame of the parameter `frame` into the page and connects to it. Parameters: `sandbox`, `listen` (events).
import { connectFrame } from './{embed}frame-host.js';

const { searchParams } = new URL(location.href);

// Everything that reaches the page, whoever sent it.
globalThis.messages = [];
addEventListener('message', ({ data, origin }) => globalThis.messages.push({ data, origin }));

const iframe = document.createElement('iframe');
iframe.title = 'AI Act check';
iframe.width = '100%';
if (searchParams.has('sandbox')) iframe.setAttribute('sandbox', searchParams.get('sandbox'));
iframe.src = searchParams.get('frame');
document.querySelector('main').append(iframe);

globalThis.check = connectFrame(iframe);
globalThis.events = [];
for (const name of (searchParams.get('listen') ?? '').split(' ').filter(Boolean)) {
  globalThis.check.addEventListener(name, ({ type, detail }) => globalThis.events.push({ type, detail }));
}
