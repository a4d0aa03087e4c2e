// The same module as parent.js has, for what a test does later.
export { connectFrame } from './{embed}frame-host.js';
