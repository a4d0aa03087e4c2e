// Why something could not be kept.

/** `full` or `blocked`. Firefox has a name of its own for the first. */
export const failure = ({ name }) => (name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED' ? 'full' : 'blocked');
