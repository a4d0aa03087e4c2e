// Finds the API of a learning platform as SCORM 1.2 says: in the windows around this one, then in those around the
// window that opened it. Nothing here calls it.

/** How many windows up the standard lets a course look. */
const FURTHEST = 500;

/** The API of a window; nothing where it has none, or is of another origin. */
function apiOf(place) {
  try {
    return place.API ?? undefined;
  } catch {
    return undefined;
  }
}

/** Looks in a window and those around it. */
function around(start) {
  let place = start;
  for (let step = 0; place && step <= FURTHEST; step += 1) {
    const api = apiOf(place);
    if (api) return api;
    if (place.parent === place) return undefined;
    place = place.parent;
  }
  return undefined;
}

/** The API, or nothing where there is none. */
export function findApi(start = window) {
  return around(start) ?? (start.opener ? around(start.opener) : undefined);
}
