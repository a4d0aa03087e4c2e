// The entry for pages: importing it defines <aims-readiness>.

import { define } from './index.js';

export * from './index.js';

define();
