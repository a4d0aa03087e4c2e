// Where answers of a group come in: a field for codes and pasted lines, files, pictures of codes, and a camera.

import { button, labelled, make } from '../visit/make.js';
import { textsIn } from './chosen.js';

/** Lines that could not be read are shown up to this many. */
const SHOWN = 8;

/** The part of the screen; `changed` is told when something was taken. `stop()` ends what goes on in it. */
export function collecting(desk, scenario, changed) {
  const { words, say, room, files, element } = desk;
  const told = make('p', { className: 'keep-said' });
  told.setAttribute('role', 'status');
  const unread = make('ul', { className: 'workshop-unread' });
  const field = make('textarea', { rows: 3, spellcheck: false, autocapitalize: 'characters' });
  const taken = async (text) => {
    const { taken: count, again, changed: other, unread: left } = await room.take(scenario.id, text);
    told.textContent = words('workshop.taken', { taken: say.number(count), again: say.number(again), changed: say.number(other), unread: say.number(left.length) });
    unread.replaceChildren(...left.slice(0, SHOWN).map((line) => make('li', {}, line)));
    changed();
    return left;
  };
  const failed = (error) => element.fail(error);
  const take = async () => {
    // What could not be read stays, to be mended.
    field.value = (await taken(field.value)).join('\n');
  };
  field.addEventListener('keydown', (event) => {
    // Somebody who types codes, and a scanner that ends with the key, goes on with the next one.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    take().catch(failed);
  });
  const chosen = make('input', { type: 'file', multiple: true, accept: 'text/plain,.txt,.csv,image/*' });
  chosen.addEventListener('change', async () => {
    try {
      const lines = [];
      for (const file of chosen.files) {
        const texts = await textsIn(files, file);
        // A file in which nothing can be read is told by its name.
        lines.push(...(texts.length > 0 ? texts : [file.name]));
      }
      await taken(lines.join('\n'));
    } catch (error) {
      failed(error);
    }
    chosen.value = '';
  });
  const camera = cameraOf(desk, taken, told);
  const section = make(
    'section',
    { className: 'workshop-collect' },
    labelled('aims-workshop-codes', words('workshop.codes'), field, words('workshop.codes-hint')),
    make('div', { className: 'keep-actions' }, button(words('workshop.take'), () => take().catch(failed)), ...camera.buttons),
    camera.video,
    labelled('aims-workshop-files', words('workshop.files'), chosen, words('workshop.files-hint')),
    told,
    unread,
  );
  return { section, stop: camera.stop };
}

/** A camera that reads one code after the other, where the browser has one. */
function cameraOf({ words, files }, taken, told) {
  const video = make('video', { className: 'workshop-camera', hidden: true, muted: true, playsInline: true });
  video.setAttribute('aria-label', words('workshop.camera'));
  if (!navigator.mediaDevices?.getUserMedia) return { video, buttons: [], stop() {} };
  let ended;
  const stop = () => {
    ended?.();
    ended = undefined;
    video.hidden = true;
    toggle.textContent = words('workshop.camera');
  };
  const toggle = button(words('workshop.camera'), async () => {
    if (ended) return stop();
    try {
      const { watch } = await files.script('qr-read.js');
      video.hidden = false;
      ended = await watch(video, (text) => void taken(text));
      toggle.textContent = words('workshop.camera-off');
    } catch {
      stop();
      told.textContent = words('workshop.camera-refused');
    }
  });
  return { video, buttons: [toggle], stop };
}
