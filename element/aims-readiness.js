// The entry for pages: importing it defines <aims-readiness>.

import { define } from './index.js';

export { AimsReadiness, define, version } from './index.js';

define();
