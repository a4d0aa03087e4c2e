// The registers that this module holds, one for each element that asks for one. Each call is a step that ends soon: how
// far it is and whether it goes on is for the page to say.

/** What a file of use cases is read in: so many at once. */
const STEP = 250;

const parsed = (text) => (text === undefined ? undefined : JSON.parse(text));

/** Calls of a register as they are, and those that give texts of JSON. */
const PLAIN = ['put', 'remove', 'freeId', 'length', 'select', 'suggest', 'endImport', 'dropImport', 'evaluate', 'csv', 'json', 'workbook'];
const PARSED = ['get', 'slice', 'window', 'portfolio', 'nextBest', 'compare', 'readTable', 'readPaste', 'beginImport', 'importRows', 'reports'];

/** Gives what calls a register by its number; `records` makes the records that it is made of. */
export function takers(glue, records) {
  const known = new Map();

  /** An empty register; `model` is `{url, integrity}` of what suggestions are made with. */
  async function begin(number, asOf, model) {
    let bytes;
    if (model) {
      const response = await fetch(model.url, model.integrity ? { integrity: model.integrity } : {});
      if (!response.ok) throw new Error(`${model.url} (${response.status})`);
      bytes = new Uint8Array(await response.arrayBuffer());
    }
    known.get(number)?.register.free();
    known.set(number, { register: new glue.Register(records(), asOf, bytes), file: undefined });
  }

  /** Reads a file of JSON, and says what is in it before any of it is taken. */
  function openFile({ register, reader }, bytes) {
    const said = JSON.parse(new TextDecoder().decode(bytes));
    const cases = Array.isArray(said?.use_cases) ? said.use_cases : [said];
    const file = { cases: [], at: 0 };
    const notes = [];
    for (let from = 0; from < Math.max(1, cases.length); from += STEP) {
      const part = Array.isArray(said?.use_cases) ? { ...said, use_cases: cases.slice(from, from + STEP) } : said;
      for (const { use_case, left_out } of JSON.parse(reader.open(JSON.stringify(part))).cases) {
        file.cases.push(use_case);
        notes.push(...left_out.map((note) => ({ ...note, id: use_case.id })));
      }
    }
    const same = file.cases.filter(({ id }) => id && register.get(id) !== undefined).length;
    return { file, told: { cases: file.cases.length, same, notes } };
  }

  const OWN = {
    openFile(held, bytes) {
      held.reader ??= records();
      const { file, told } = openFile(held, bytes);
      held.file = file;
      return told;
    },
    /** Takes so many more of the file; those whose id is taken as copies, or in the place of what is there. */
    takeFile(held, most, copies) {
      const { register, file } = held;
      const part = file.cases.slice(file.at, file.at + most);
      const fresh = (useCase) => (copies && register.get(useCase.id) !== undefined ? { ...useCase, id: '' } : useCase);
      // One after the other: an id that is free for one is not for the next.
      for (const useCase of part) register.put(JSON.stringify([fresh(useCase)]));
      file.at += part.length;
      const done = file.at;
      if (done >= file.cases.length) held.file = undefined;
      return { done, rows: file.cases.length };
    },
    end(held, number) {
      held.register.free();
      held.reader?.free();
      known.delete(number);
    },
  };

  return (number, name, args) => {
    if (name === 'begin') return begin(number, ...args);
    const held = known.get(number);
    if (OWN[name]) return OWN[name](held, ...(name === 'end' ? [number] : args));
    const result = PLAIN.includes(name) || PARSED.includes(name) ? held.register[name](...args) : undefined;
    return PARSED.includes(name) ? parsed(result) : result;
  };
}
