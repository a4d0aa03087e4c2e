// The page of a course in a learning platform: the workshop, with what course.json says, and the platform told of each
// answer. Where there is no platform, or it takes nothing, the course works all the same and says so.

import { define } from '../index.js';
import { fetched } from '../offline/transport.js';
import { findApi } from './api.js';
import { CourseError, courseOf } from './course.js';
import { Platform } from './platform.js';
import { Recording } from './recording.js';

/** Where the element keeps answers of this course in this tab. */
const STORAGE_KEY = `scorm ${location.pathname}`;
const KEPT = `aims-readiness-workshop:${encodeURIComponent(STORAGE_KEY)}`;

/** What differs in the words of the workshop where a platform is told of answers. */
const WORDS = {
  'ui.workshop.place-nowhere': 'Your answers are handed to the learning platform: the case, the tier you say, whether it is right, and the points. Reasons and your name are not.',
  'ui.workshop.record-lead': 'What you answered, with points for each domain. It can be filed as evidence of training under Art 4 of the AI Act. The learning platform has the same answers, without your reasons.',
  'ui.workshop.clear-sure': 'Delete all answers and the name from this page? The learning platform keeps what it was told, and your first answers go on counting.',
};

const place = document.querySelector('main');
const told = document.querySelector('#told');
const trouble = document.querySelector('#trouble');

/** What went wrong, the last of each kind. */
const troubles = new Map();

function noted(text, kind = text) {
  troubles.set(kind, text);
  trouble.textContent = [...troubles.values()].join(' ');
  trouble.hidden = false;
}

function refused(why) {
  told.textContent = '';
  noted(`Your answers are shown here, but the platform did not take them: ${why}. Print your record before you close this page.`, 'refused');
}

async function readCourse(deck) {
  let response;
  try {
    response = await fetch('course.json');
  } catch (error) {
    throw new CourseError(`it did not come (${error.message})`);
  }
  if (!response.ok) throw new CourseError(`it is not there (${response.status})`);
  return courseOf(await response.text(), deck);
}

/** What the status says while answers are recorded. */
function rule({ completedAfter, mastery }) {
  const complete = `The course is complete when ${completedAfter} cases are answered`;
  return mastery === null ? `${complete}.` : `${complete}, and passed if your first answers have ${mastery} of 100 points.`;
}

/** Begins to record, and says whether it does. */
function recordingOf(course, deck) {
  const api = findApi();
  if (!api) {
    told.textContent = 'No learning platform was found, so nothing is recorded. The course works all the same: print your record before you close this page.';
    return undefined;
  }
  const recording = new Recording(new Platform(api, refused), course, { noted });
  if (!recording.begin(deck)) told.textContent = 'The learning platform does not take part, so nothing is recorded.';
  else if (recording.lookedAt) told.textContent = 'You are looking back at this course: nothing is recorded.';
  else if (trouble.hidden) told.textContent = `Your answers are recorded by the learning platform. ${rule(course)}`;
  return recording;
}

/** The platform knows best what was answered before: this tab may have had somebody else's answers. */
function putBack({ all }) {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify({ schema: 1, name: '', answers: all }));
  } catch {
    noted('This browser does not let the page keep anything: what you answered before counts, and is not shown.');
  }
}

function show({ scenarios, overlay }, recording) {
  const element = document.createElement('aims-readiness');
  const cases = scenarios.length > 0 && { cases: scenarios.join(' ') };
  const attributes = { mode: 'workshop', loading: 'eager', storage: 'session', 'storage-key': STORAGE_KEY, ...cases, ...(overlay && { overlay }) };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.addEventListener('aims-error', ({ detail: { message, remedy } }) => noted(`${message} ${remedy}`));
  if (recording) {
    if (!recording.lookedAt) element.messages = WORDS;
    element.addEventListener('aims-workshop', ({ detail }) => recording.answered(detail));
  }
  place.replaceChildren(element);
}

async function begin() {
  const deck = await (await fetched('deck.en.json')).json();
  const course = await readCourse(deck);
  const recording = recordingOf(course, deck);
  if (recording) {
    // Frames of a platform hear only one of the two, and a session can be ended once.
    for (const event of ['beforeunload', 'pagehide']) addEventListener(event, () => recording.end());
    // A page that a browser brings back has no session any more.
    addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  }
  if (recording?.resumed) putBack(recording.answers);
  define();
  show(course, recording);
}

begin().catch((error) => {
  const what = error instanceof CourseError ? `course.json has a mistake: ${error.message}. Whoever made this course has to mend it.` : error.message;
  noted(`This course cannot begin. ${what}`);
  place.replaceChildren();
});
