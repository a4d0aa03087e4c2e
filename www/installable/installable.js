// Lets the pages of this site work without a network, once the check has all its own files: nothing competes with the
// first question. For the pages of this site alone; the element registers nothing anywhere.

async function keepSite() {
  await customElements.whenDefined('aims-readiness');
  await document.querySelector('aims-readiness').loaded;
  await navigator.serviceWorker.register('service-worker.js');
}

// Where the browser does not let it, the site works as ever, with a network.
if ('serviceWorker' in navigator) keepSite().catch((error) => console.info(`This site is not kept for work without a network: ${error.message}`));
