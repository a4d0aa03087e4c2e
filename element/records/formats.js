// The formats of the module of records, as they are offered. A test holds them to what the module knows.

/** Formats by what they are for. */
export const GROUPS = {
  report: ['html', 'docx', 'statement-docx', 'markdown'],
  tables: ['xlsx', 'checklist-csv', 'statement-csv', 'actions-csv', 'crosswalk-csv', 'inventory-csv'],
  dates: ['ics'],
  tools: ['oscal', 'ciso-assessment', 'ciso-actions', 'ciso-library', 'jira', 'servicenow'],
  again: ['json'],
};

export const formats = Object.values(GROUPS).flat();
