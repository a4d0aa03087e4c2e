// The classic script: puts an <aims-readiness> in its own place, for systems that take one tag only.
//
// Every data-* becomes the attribute of that name, data-target names another place. It is no module, because only a
// classic script knows which tag it came from, and only while it first runs.

(() => {
  const script = document.currentScript;

  const fail = (what, ...more) => console.error(`aims-readiness: ${what}`, ...more);

  const targetOf = (selector) => {
    try {
      return document.querySelector(selector);
    } catch {
      return null;
    }
  };

  if (!script?.src) {
    fail(
      'embed.js cannot know its own address. Put it into the page as <script async src="…/embed.js"></script>: ' +
        'no type="module", not bundled, not pasted into the page.',
    );
    return;
  }

  const element = document.createElement('aims-readiness');
  for (const { name, value } of script.attributes) {
    const attribute = /^data-([a-z][a-z0-9-]*)$/.exec(name)?.[1];
    // A handler or a style in an attribute is code or style inline, which this promises never to bring.
    if (!attribute || attribute === 'target' || attribute === 'style' || attribute.startsWith('on')) continue;
    element.setAttribute(attribute, value);
  }

  const place = () => {
    const selector = script.dataset.target;
    if (selector !== undefined) {
      const target = targetOf(selector);
      if (target) target.append(element);
      else fail(`data-target="${selector}" fits no element of this page.`);
    } else if (!script.parentNode || script.closest('head')) {
      fail('embed.js stands in the head. Put it where the check shall be, or name a place: data-target="#check".');
    } else script.after(element);
  };

  // A script that does not wait for the page may run before the place it names has been read.
  const early = document.readyState === 'loading' && script.dataset.target && !targetOf(script.dataset.target);
  if (early) document.addEventListener('DOMContentLoaded', place, { once: true });
  else place();

  const loader = new URL('aims-readiness.js', script.src).href;
  import(loader).catch((error) => fail(`${loader} could not be loaded.`, error));
})();
