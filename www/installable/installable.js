// Lets the pages of this site work without a network, once the check has all its own files: nothing competes with the
// first question. For the pages of this site alone; the element registers nothing anywhere.

async function keepSite() {
  await customElements.whenDefined('aims-readiness');
  const element = document.querySelector('aims-readiness');
  await element.loaded;
  await navigator.serviceWorker.register('service-worker.js');
  const { active } = await navigator.serviceWorker.ready;
  const tell = () => active.postMessage({ language: element.language });
  tell();
  new MutationObserver(tell).observe(element, { attributeFilter: ['lang'] });
}

// Where the browser does not let it, the site works as ever, with a network.
if ('serviceWorker' in navigator) keepSite().catch((error) => console.info(`This site is not kept for work without a network: ${error.message}`));
