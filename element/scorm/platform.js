// A learning platform, by the calls of SCORM 1.2. What it does not take is told in words, and stops nothing.

/** The error of a platform that leaves out what the standard lets it leave out. */
const NOT_IMPLEMENTED = '401';

export class Platform {
  #api;
  #trouble;
  /** Whether it was begun and not ended. */
  #open = false;
  #ended = false;

  /** `trouble(why)` is told each call that was refused. */
  constructor(api, trouble) {
    this.#api = api;
    this.#trouble = trouble;
  }

  /** Begins the session; whether the platform takes part. */
  begin() {
    this.#open = this.#called('LMSInitialize', '');
    return this.#open;
  }

  /** A value; nothing where the platform does not give it. `optional` values may be left out by a platform. */
  read(name, { optional = false } = {}) {
    if (!this.#open) return undefined;
    try {
      const value = String(this.#api.LMSGetValue(name) ?? '');
      // An empty value may be an error or a value: only the platform knows.
      const code = value === '' ? this.#code() : '0';
      if (code === '0') return value;
      if (!(optional && code === NOT_IMPLEMENTED)) this.#trouble(this.#why(`LMSGetValue ${name}`));
    } catch (error) {
      this.#trouble(error.message);
    }
    return undefined;
  }

  /** Hands a value over; whether it was taken. */
  write(name, value, { optional = false } = {}) {
    if (this.#ended) this.#trouble('the session with it is over; close the course and open it again');
    return this.#open && this.#called('LMSSetValue', name, { value: String(value), optional });
  }

  /** Lets the platform keep what it was told. */
  keep() {
    return this.#open && this.#called('LMSCommit', '');
  }

  /** Ends the session, once. */
  end() {
    if (!this.#open) return;
    this.#open = false;
    this.#ended = true;
    this.#called('LMSFinish', '');
  }

  #called(name, parameter, { value, optional = false } = {}) {
    const given = value === undefined ? [parameter] : [parameter, value];
    try {
      // Some platforms answer with a text, some with a truth value.
      if (String(this.#api[name](...given)) === 'true') return true;
      if (optional && this.#code() === NOT_IMPLEMENTED) return false;
      this.#trouble(this.#why([name, parameter].filter(Boolean).join(' ')));
    } catch (error) {
      this.#trouble(error.message);
    }
    return false;
  }

  #code() {
    return String(this.#api.LMSGetLastError());
  }

  /** What the platform says of its last error. */
  #why(what) {
    const code = this.#code();
    const said = [this.#api.LMSGetErrorString(code), this.#api.LMSGetDiagnostic(code)].map((text) => String(text ?? '').trim());
    const words = [...new Set(said.filter(Boolean))].join('; ');
    return code === '0' ? `it gave no reason (${what})` : `${words || 'it gave no reason'} (${what}, error ${code})`;
  }
}
