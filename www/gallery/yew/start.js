// Starts the Yew app of this page; its main function does the rest.

import init from './yew-host.js';

await init();
