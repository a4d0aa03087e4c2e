// Reads QR codes from pictures and from a camera. Pictures stay on this device.

import { decodeQRBatch } from 'qr/decode.js';

/** Longer sides of a picture are scaled down: phones take pictures that are larger than a code needs. */
const LONGEST = 1600;

/** Time between two looks at the camera, so that a phone stays cool. */
const PAUSE = 120;

/** All codes in something that can be drawn, as texts. */
async function codesIn(source, width, height) {
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const canvas = Object.assign(document.createElement('canvas'), size);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.drawImage(source, 0, 0, size.width, size.height);
  const { data } = context.getImageData(0, 0, size.width, size.height);
  const [found] = await decodeQRBatch([{ ...size, data }], { maxSize: size });
  return found.filter((text) => typeof text === 'string');
}

/** The codes in a picture that somebody chose. Fails where it is no picture. */
export async function codesOf(file) {
  const picture = await createImageBitmap(file);
  try {
    return await codesIn(picture, picture.width, picture.height);
  } finally {
    picture.close();
  }
}

/** Looks through a camera and tells `found` each text once, until it is stopped. Fails where the camera is refused. */
export async function watch(video, found) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
  const seen = new Set();
  let over = false;
  let timer;
  const look = async () => {
    if (video.videoWidth > 0) {
      const texts = await codesIn(video, video.videoWidth, video.videoHeight).catch(() => []);
      for (const text of texts) {
        if (over || seen.has(text)) continue;
        seen.add(text);
        found(text);
      }
    }
    if (!over) timer = setTimeout(look, PAUSE);
  };
  const stop = () => {
    over = true;
    clearTimeout(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  try {
    video.srcObject = stream;
    await video.play();
  } catch (error) {
    stop();
    throw error;
  }
  look();
  return stop;
}
