// A table as a tree: the first cell of each row is its heading.

const cell = (tag, text, attributes = {}) => [tag, attributes, [text]];

export const tableTree = (caption, headings, rows) => [
  'table',
  {},
  [
    ['caption', {}, [caption]],
    ['thead', {}, [['tr', {}, headings.map((heading) => cell('th', heading, { scope: 'col' }))]]],
    ['tbody', {}, rows.map(([head, ...cells]) => ['tr', {}, [cell('th', head, { scope: 'row' }), ...cells.map((text) => cell('td', text))]])],
  ],
];
