// Gives the element of the page an overlay as an object.

// source
const check = document.querySelector('aims-readiness');
const response = await fetch('acme.json');
// Only an element that is defined takes properties.
await customElements.whenDefined('aims-readiness');
check.overlay = await response.json();
// The tag says loading="manual", so that nothing begins before the overlay is there.
check.load();
// /source
