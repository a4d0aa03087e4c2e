// Steps of the specs about the workshop.

import { openCheck } from './keep.mjs';
import { HOST_POLICY, withHosts } from './package.mjs';

/** A test with the pages of hosts under the strict policy. */
export const test = (name, fn) => ({
  name,
  run: ({ browser }) => withHosts(browser, [{ csp: HOST_POLICY }], (url) => fn({ browser, url })),
});

export const ATTRIBUTES = { mode: 'workshop', 'as-of': '2026-11-22' };

/** A page with a workshop, on a day of its own. */
export const open = (browser, url, attributes = {}, options) => openCheck(browser, url, { ...ATTRIBUTES, ...attributes }, options);

export const button = (page, name) => page.getByRole('button', { name, exact: true });
export const heading = (page, name) => page.getByRole('heading', { name, exact: true });
