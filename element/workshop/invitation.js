// The way to a case for people in the room: its address as a code for cameras, where the page lets addresses carry more.

import { make } from '../visit/make.js';

/** What stands behind the # of an address that leads to a case. */
const PART = 'aims-case=';

/** Whether addresses of this page can lead to a case. */
const leads = ({ element }) => element.hasAttribute('links') && /^https?:$/.test(location.protocol);

/** The case that the address of the page leads to. */
export function invitedCase(desk) {
  if (!leads(desk)) return undefined;
  const part = location.hash.slice(1).split('&').find((each) => each.startsWith(PART));
  try {
    return part && decodeURIComponent(part.slice(PART.length));
  } catch {
    return undefined;
  }
}

/** The address of a case and its picture; nothing where the page does not let addresses carry it. */
export async function invitation(desk, { id }) {
  // A case of somebody's own deck is on no other device.
  if (!leads(desk) || !desk.published(id)) return undefined;
  const { words, files } = desk;
  const address = `${location.href.split('#')[0]}#${PART}${encodeURIComponent(id)}`;
  const { qrCode } = await files.script('qr-draw.js');
  return make('figure', { className: 'workshop-invitation' }, qrCode(address, words('workshop.invitation-code')), make('figcaption', {}, words('workshop.invitation'), ' ', make('span', { className: 'workshop-address' }, address)));
}
